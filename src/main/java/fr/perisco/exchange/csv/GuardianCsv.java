package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.repeated;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.credential.Login;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The guardians that the ministry's ONDE extracts: one row a guardian, then four columns for each of their children under the same
 * four headers, as often as there are children.
 */
public final class GuardianCsv {
    public static final String EMAIL = "Courriel";
    public static final String LAST_NAME = "Nom responsable";
    private static final String CIVILITY = "Civilité responsable";
    private static final String USAGE_NAME = "Nom usage responsable";
    private static final String FIRST_NAME = "Prénom responsable";
    private static final String ADDRESS = "Adresse responsable";
    private static final String POSTCODE = "CP responsable";
    private static final String CITY = "Commune responsable";
    private static final String HOME = "Téléphone domicile";
    private static final String WORK = "Téléphone travail";
    private static final String MOBILE = "Téléphone portable";
    private static final String CHILD_LAST_NAME = "Nom de famille enfant";
    private static final String CHILD_FIRST_NAME = "Prénom enfant";
    private static final List<String> CHILD =
            List.of("Nom d'usage enfant", CHILD_LAST_NAME, CHILD_FIRST_NAME, "Classes enfants");

    public static final List<Column> COLUMNS = List.of(
            optional(CIVILITY, "Civilité"),
            optional(USAGE_NAME, "Nom d'usage responsable"),
            required(LAST_NAME, "Nom de famille responsable"),
            required(FIRST_NAME, FIRST_NAME),
            optional(ADDRESS, ADDRESS),
            optional(POSTCODE, "Code postal responsable"),
            optional(CITY, CITY),
            optional("Pays", "Pays responsable"),
            optional(EMAIL, "Courriel responsable"),
            optional(HOME, HOME),
            optional(WORK, WORK),
            optional("Numéro de poste", "Numéro de poste"),
            optional(MOBILE, MOBILE),
            repeated(CHILD.get(0), false),
            repeated(CHILD_LAST_NAME, true),
            repeated(CHILD_FIRST_NAME, true),
            repeated(CHILD.get(3), false));

    /**
     * A guardian. Texts may be empty but for one of the names.
     *
     * @param email empty where {@code writtenEmail} is no address that mail reaches
     * @param phone the mobile phone, else at home, else at work
     */
    public record NamedGuardian(
            String civility,
            String usageName,
            String lastName,
            String firstName,
            String address,
            String postcode,
            String city,
            String email,
            String writtenEmail,
            String phone,
            List<NamedChild> children) {
        /** The name that they go by. */
        public String name() {
            return usageName.isEmpty() ? lastName : usageName;
        }

        public String fullName() {
            return (name() + " " + firstName).strip();
        }
    }

    /**
     * A child as its guardian's row names it.
     *
     * @param schoolClass empty where the row does not say it
     */
    public record NamedChild(String usageName, String lastName, String firstName, String schoolClass) {
        public String fullName() {
            return ((usageName.isEmpty() ? lastName : usageName) + " " + firstName).strip();
        }
    }

    private GuardianCsv() {}

    public static Parsed<NamedGuardian> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.readRagged(bytes, source, charset, COLUMNS, GuardianCsv::row);
    }

    private static NamedGuardian row(CsvRow row) {
        COLUMNS.stream().filter(column -> !column.repeated()).forEach(column -> row.text(column.name()));
        String usageName = row.text(USAGE_NAME);
        String lastName = usageName.isEmpty() ? row.filled(LAST_NAME) : row.text(LAST_NAME);
        String email = row.text(EMAIL);
        return new NamedGuardian(
                civility(row.text(CIVILITY)),
                usageName,
                lastName,
                row.text(FIRST_NAME),
                row.text(ADDRESS),
                row.text(POSTCODE),
                row.text(CITY),
                Login.isEmail(email) ? email : "",
                email,
                Stream.of(MOBILE, HOME, WORK)
                        .map(row::text)
                        .filter(phone -> !phone.isEmpty())
                        .findFirst()
                        .orElse(""),
                children(row));
    }

    private static List<NamedChild> children(CsvRow row) {
        List<NamedChild> children = new ArrayList<>();
        for (List<String> group : row.groups(CHILD)) {
            NamedChild child = new NamedChild(group.get(0), group.get(1), group.get(2), group.get(3));
            if (!(child.usageName() + child.lastName() + child.firstName()).isEmpty()) {
                children.add(child);
            }
        }
        return children;
    }

    private static String civility(String written) {
        return switch (written.toUpperCase(Locale.ROOT).replace(".", "").strip()) {
            case "M", "MR", "MONSIEUR" -> "M.";
            case "MME", "MADAME" -> "Mme";
            case "MLLE", "MADEMOISELLE" -> "Mlle";
            default -> written;
        };
    }
}
