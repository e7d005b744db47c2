package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;
import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.credential.Login;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Diet;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.money.Money;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The families file: one row a child, with its family. */
public final class FamilyCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("family", "famille"),
            filled("family_name", "nom famille"),
            required("quotient", "quotient familial"),
            required("quotient_from", "date du quotient"),
            filled("resident", "résident"),
            required("guardian_civility", "civilité responsable"),
            filled("guardian_last_name", "nom responsable"),
            required("guardian_first_name", "prénom responsable"),
            required("guardian_email", "courriel responsable"),
            required("guardian_phone", "téléphone responsable"),
            required("guardian2_civility", "civilité responsable 2"),
            required("guardian2_last_name", "nom responsable 2"),
            required("guardian2_first_name", "prénom responsable 2"),
            required("guardian2_email", "courriel responsable 2"),
            required("guardian2_phone", "téléphone responsable 2"),
            required("address", "adresse"),
            required("postcode", "code postal"),
            required("city", "commune"),
            filled("child", "enfant"),
            filled("child_last_name", "nom enfant"),
            filled("child_first_name", "prénom enfant"),
            filled("birth_date", "date de naissance"),
            required("sex", "sexe"),
            required("school", "école"),
            required("class", "classe"),
            required("diet", "régime alimentaire"),
            required("vaccines_until", "vaccins jusqu'au"),
            optional("dependents", "enfants à charge"),
            optional("income", "revenus"),
            optional("income_on", "date des revenus"),
            optional("level", "niveau"),
            optional("own_meal", "panier repas"));

    /**
     * A child and its family.
     *
     * @param quotient null when the family has none; then there is no date either
     */
    public record FamilyRow(
            Family family,
            boolean resident,
            @Nullable Money quotient,
            @Nullable LocalDate quotientFrom,
            Child child,
            Schooling schooling) {}

    /** How many schools a fault names, where a code is none of them. */
    private static final int LISTED = 20;

    private final LocalDate today;
    private final Set<String> schools;
    private final String listedSchools;
    private final Map<String, DietVerdict> diets = new ConcurrentHashMap<>();

    private FamilyCsv(LocalDate today, Set<String> schools) {
        this.today = today;
        this.schools = schools;
        this.listedSchools =
                schools.stream().limit(LISTED).collect(Collectors.joining(" ")) + (schools.size() > LISTED ? " …" : "");
    }

    /**
     * @param today no child is born later
     * @param schools the codes of the office's schools
     */
    public static Parsed<FamilyRow> read(
            byte[] bytes, String source, @Nullable Charset charset, LocalDate today, Set<String> schools) {
        return CsvFile.read(bytes, source, charset, COLUMNS, new FamilyCsv(today, schools)::row);
    }

    private FamilyRow row(CsvRow row) {
        Money quotient = row.money("quotient");
        LocalDate quotientFrom = row.day("quotient_from");
        if (quotient != null && row.text("quotient_from").isEmpty()) {
            row.fault("quotient_from", "families.quotient-undated", quotient);
        } else if (quotientFrom != null && row.text("quotient").isEmpty()) {
            row.fault("quotient", "families.quotient-missing", quotientFrom);
        }
        row.filled("resident");
        return new FamilyRow(
                family(row),
                Boolean.TRUE.equals(row.yesNo("resident")),
                quotient,
                quotientFrom,
                child(row),
                schooling(row));
    }

    private Schooling schooling(CsvRow row) {
        String written = row.text("level");
        Optional<Level> level = Level.parse(written);
        if (level.isEmpty() && !written.isEmpty()) {
            row.fault("level", "families.level", written, List.of(Level.values()));
        }
        return new Schooling(
                school(row), row.text("class"), level.orElse(null), Boolean.TRUE.equals(row.yesNo("own_meal")));
    }

    private static Family family(CsvRow row) {
        Guardian second = guardian(row, 2, GuardianColumns.SECOND);
        if (!second.isNobody() && second.lastName().isEmpty()) {
            row.fault("guardian2_last_name", "csv.missing");
        }
        return new Family(
                row.code("family"),
                row.filled("family_name"),
                guardian(row, 1, GuardianColumns.FIRST),
                second.isNobody() ? null : second,
                row.text("address"),
                row.text("postcode"),
                row.text("city"),
                row.count("dependents"),
                row.money("income"),
                row.day("income_on"));
    }

    private static Guardian guardian(CsvRow row, int rank, GuardianColumns columns) {
        String email = row.text(columns.email());
        if (!email.isEmpty() && !Login.isEmail(email)) {
            row.fault(columns.email(), "families.email", email);
        }
        return new Guardian(
                rank,
                row.text(columns.civility()),
                rank == 1 ? row.filled(columns.lastName()) : row.text(columns.lastName()),
                row.text(columns.firstName()),
                email,
                row.text(columns.phone()));
    }

    private record GuardianColumns(String civility, String lastName, String firstName, String email, String phone) {
        static final GuardianColumns FIRST = of("guardian_");
        static final GuardianColumns SECOND = of("guardian2_");

        private static GuardianColumns of(String prefix) {
            return new GuardianColumns(
                    prefix + "civility",
                    prefix + "last_name",
                    prefix + "first_name",
                    prefix + "email",
                    prefix + "phone");
        }
    }

    private Child child(CsvRow row) {
        LocalDate birth = row.filledDay("birth_date");
        if (birth.isAfter(today)) {
            row.fault("birth_date", "families.born-later", birth, today);
        } else if (birth.isBefore(today.minusYears(Child.OLDEST))) {
            row.fault("birth_date", "families.born-too-early", birth, Child.OLDEST);
        }
        String diet = row.text("diet");
        diets.computeIfAbsent(diet, DietVerdict::of).note(row);
        return new Child(
                0,
                row.code("child"),
                row.filled("child_last_name"),
                row.filled("child_first_name"),
                birth,
                row.parsed("sex", FamilyCsv::sex, "", "families.sex"),
                diet,
                row.day("vaccines_until"));
    }

    /** What the norm says of a diet's wording; the same few wordings stand in a file again and again. */
    private record DietVerdict(Optional<String> neutralWording, boolean tellsOfHealth) {
        static DietVerdict of(String diet) {
            return new DietVerdict(Diet.neutralWordingFor(diet), Diet.tellsOfHealth(diet));
        }

        void note(CsvRow row) {
            neutralWording.ifPresent(neutral -> row.fault("diet", "families.diet", neutral));
            if (tellsOfHealth) {
                row.fault("diet", "families.diet-health");
            }
        }
    }

    private static Optional<String> sex(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "" -> Optional.of("");
            case "F" -> Optional.of("F");
            case "M", "H" -> Optional.of("M");
            default -> Optional.empty();
        };
    }

    private String school(CsvRow row) {
        String school = row.text("school");
        if (!school.isEmpty() && !schools.contains(school)) {
            row.fault("school", "families.unknown-school", school, listedSchools);
        }
        return school;
    }
}
