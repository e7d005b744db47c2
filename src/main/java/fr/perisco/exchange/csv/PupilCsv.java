package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Level;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pupils that the ministry's ONDE extracts, or Base élèves before it: one row a pupil, columns under the ministry's own headers,
 * rows longer or shorter than these.
 */
public final class PupilCsv {
    public static final String LAST_NAME = "Nom élève";
    public static final String BIRTH = "Date naissance";
    public static final String INE = "INE";
    public static final String LEVEL = "Niveau";
    public static final String CLASS = "Libellé classe";
    private static final String USAGE_NAME = "Nom d'usage élève";
    private static final String FIRST_NAME = "Prénom élève";
    private static final String CYCLE = "Cycle";
    private static final String SEX = "Sexe";
    private static final String ADDRESS = "Adresse1";
    private static final String POSTCODE = "Cp1";
    private static final String CITY = "Commune1";
    private static final String SECOND_ADDRESS = "Adresse2";
    private static final String SECOND_POSTCODE = "Cp2";

    public static final List<Column> COLUMNS = List.of(
            required(LAST_NAME, "Nom de famille élève"),
            optional(USAGE_NAME, USAGE_NAME),
            required(FIRST_NAME, FIRST_NAME),
            required(BIRTH, "Date de naissance"),
            optional(SEX, SEX),
            optional(INE, "Identifiant national élève"),
            optional(ADDRESS, ADDRESS),
            optional(POSTCODE, POSTCODE),
            optional(CITY, CITY),
            optional("Pays1", "Pays1"),
            optional(SECOND_ADDRESS, SECOND_ADDRESS),
            optional(SECOND_POSTCODE, SECOND_POSTCODE),
            optional("Commune2", "Commune2"),
            optional("Pays2", "Pays2"),
            optional(CYCLE, CYCLE),
            optional(LEVEL, LEVEL),
            optional(CLASS, "Classe"),
            optional("Identifiant classe", "Identifiant classe"),
            optional("Attestation fournie", "Attestations fournies"),
            optional("Autorisation associations", "Autorisations associations"),
            optional("Autorisation photo", "Autorisations photos"),
            optional("Décision de passage", "Décision passage"));

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{6,20}");

    /**
     * A pupil. Texts may be empty but for last and first name.
     *
     * @param lastName the family name, by which guardians name their children
     * @param usageName the name that the pupil goes by, where it is another one
     * @param sex F, M or empty
     * @param ine the ministry's number of the pupil, in capital letters
     * @param secondAddress where the pupil lives too
     * @param writtenLevel the level as the file writes it
     * @param level null where it is none that perisco knows
     */
    public record Pupil(
            String lastName,
            String usageName,
            String firstName,
            LocalDate birthOn,
            String sex,
            String ine,
            String address,
            String postcode,
            String city,
            String secondAddress,
            String secondPostcode,
            String writtenLevel,
            @Nullable Level level,
            String schoolClass) {
        /** The name that it goes by. */
        public String name() {
            return usageName.isEmpty() ? lastName : usageName;
        }

        public String fullName() {
            return name() + " " + firstName;
        }
    }

    private final LocalDate today;

    private PupilCsv(LocalDate today) {
        this.today = today;
    }

    /**
     * @param today no pupil is born later
     */
    public static Parsed<Pupil> read(byte[] bytes, String source, @Nullable Charset charset, LocalDate today) {
        return CsvFile.readRagged(bytes, source, charset, COLUMNS, new PupilCsv(today)::row);
    }

    private Pupil row(CsvRow row) {
        Pupil pupil = new Pupil(
                row.filled(LAST_NAME),
                row.text(USAGE_NAME),
                row.filled(FIRST_NAME),
                birth(row),
                row.parsed(SEX, PupilCsv::sex, "", "families.sex"),
                ine(row),
                row.text(ADDRESS),
                row.text(POSTCODE),
                row.text(CITY),
                row.text(SECOND_ADDRESS),
                row.text(SECOND_POSTCODE),
                row.text(LEVEL),
                Level.parse(row.text(LEVEL)).orElse(null),
                row.text(CLASS));
        COLUMNS.forEach(column -> row.text(column.name()));
        if (pupil.level() == null && isShifted(row, pupil)) {
            row.fault(LEVEL, "onde.shifted", row.size(), row.width(), pupil.writtenLevel());
        }
        return pupil;
    }

    /** Whether a separator too many or too few moved its fields: then the level stands beside its column. */
    private static boolean isShifted(CsvRow row, Pupil pupil) {
        boolean isBeside = Level.parse(pupil.schoolClass()).isPresent()
                || Level.parse(row.text(CYCLE)).isPresent();
        return row.holdsMoreThanHeader() || (row.size() != row.width() && isBeside);
    }

    private LocalDate birth(CsvRow row) {
        LocalDate birth = row.filledDay(BIRTH);
        if (birth.isAfter(today)) {
            row.fault(BIRTH, "families.born-later", birth, today);
        } else if (birth.isBefore(today.minusYears(Child.OLDEST))) {
            row.fault(BIRTH, "families.born-too-early", birth, Child.OLDEST);
        }
        return birth;
    }

    private static String ine(CsvRow row) {
        String number = row.text(INE).replace(" ", "").toUpperCase(Locale.ROOT);
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            row.fault(INE, "onde.ine", number);
        }
        return number;
    }

    private static Optional<String> sex(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "" -> Optional.of("");
            case "F" -> Optional.of("F");
            case "M", "H", "G" -> Optional.of("M");
            default -> Optional.empty();
        };
    }
}
