package fr.perisco.store;

import fr.perisco.domain.family.Departure;
import fr.perisco.domain.family.Guardian;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who left which family by a separation, as the audit trail tells it. */
public final class DepartureStore {
    /** Names in the audit trail are starred once the guardian's own family is erased; one that was merged back undid the separation. */
    private static final String DEPARTURES = """
            SELECT s.code, substr(s.after, 1, instr(s.after, ' ') - 1), substr(s.after, instr(s.after, ' ') + 1),
                   last.before, first.before, email.before, phone.before,
                   own.last_name, own.first_name, own.email, own.phone
            FROM act a
            JOIN audit_change s ON s.act_id = a.id AND s.subject = 'family' AND s.field = 'separated_into'
            LEFT JOIN audit_change last ON last.act_id = a.id AND last.field = 'guardian2_last_name'
            LEFT JOIN audit_change first ON first.act_id = a.id AND first.field = 'guardian2_first_name'
            LEFT JOIN audit_change email ON email.act_id = a.id AND email.field = 'guardian2_email'
            LEFT JOIN audit_change phone ON phone.act_id = a.id AND phone.field = 'guardian2_phone'
            LEFT JOIN family f ON f.code = substr(s.after, 1, instr(s.after, ' ') - 1)
            LEFT JOIN guardian own ON own.family_id = f.id AND own.rank = 1
            WHERE a.kind = 'family separate' AND instr(s.after, ' ') > 0 AND NOT EXISTS
                (SELECT 1 FROM family_merge m JOIN family o ON o.id = m.into_id WHERE m.family_id = f.id AND o.code = s.code)
            ORDER BY a.id
            """;

    private static final String ERASED = "***";

    private final Database database;

    public DepartureStore(Database database) {
        this.database = database;
    }

    /** All departures that were not undone, by the codes of the families that were left, in the order in which they happened. */
    public Map<String, List<Departure>> byFamily() {
        Map<String, List<Departure>> departures = new HashMap<>();
        database.dsl().fetch(DEPARTURES).forEach(row -> {
            List<Guardian> known = new ArrayList<>();
            addTo(known, row.get(3), row.get(4), row.get(5), row.get(6));
            addTo(known, row.get(7), row.get(8), row.get(9), row.get(10));
            Departure departure = new Departure(
                    row.get(0, String.class),
                    row.get(1, String.class),
                    LocalDate.parse(row.get(2, String.class)),
                    known);
            departures
                    .computeIfAbsent(departure.family(), code -> new ArrayList<>(1))
                    .add(departure);
        });
        return departures;
    }

    private static void addTo(
            List<Guardian> known,
            @Nullable Object lastName,
            @Nullable Object firstName,
            @Nullable Object email,
            @Nullable Object phone) {
        if (lastName != null && !lastName.equals(ERASED)) {
            known.add(new Guardian(1, "", text(lastName), text(firstName), text(email), text(phone)));
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
