package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.activity.Term;
import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.calendar.SchoolHolidays;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.TariffConditions;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The CSV files of a setup folder, each with its columns. */
public final class SetupCsv {
    private static final int OLDEST = 99;
    private static final int PPM_OF_ONE_PERCENT = 10_000;

    public static final List<Column> SCHOOLS = List.of(required("code", "code"), required("name", "nom"));
    public static final List<Column> ACTIVITIES = List.of(
            required("code", "code"),
            required("label", "libellé"),
            required("service", "service"),
            optional("school", "école"),
            required("from", "du"),
            required("to", "au"),
            required("deadline", "délai"),
            optional("cancel_deadline", "délai annulation"),
            optional("min_age", "âge minimum"),
            optional("max_age", "âge maximum"));
    public static final List<Column> UNITS = List.of(
            required("activity", "activité"),
            required("code", "code"),
            required("label", "libellé"),
            required("days", "jours"),
            required("term", "période"),
            optional("capacity", "capacité"),
            optional("tax_eligible", "déductible"),
            optional("from", "du"),
            optional("to", "au"));
    public static final List<Column> TARIFFS = List.of(
            required("activity", "activité"),
            required("unit", "unité"),
            required("valid_from", "valable du"),
            optional("quotient_from", "quotient à partir de"),
            optional("resident", "résident"),
            optional("price", "prix"),
            optional("rate", "taux"),
            optional("min", "minimum"),
            optional("max", "maximum"),
            optional("unbooked_surcharge", "majoration"),
            optional("min_age", "âge minimum"),
            optional("max_age", "âge maximum"),
            optional("levels", "niveaux"),
            optional("min_rank", "rang minimum"),
            optional("max_rank", "rang maximum"),
            optional("own_meal", "panier repas"));
    public static final List<Column> CALENDAR = List.of(
            required("description", "description"),
            optional("population", "population"),
            required("start_date", "date de début"),
            required("end_date", "date de fin"),
            optional("location", "académies"),
            required("zones", "zones"),
            required("annee_scolaire", "année scolaire"));
    public static final List<Column> CLOSURES = List.of(
            required("from", "du"),
            required("to", "au"),
            required("scope", "portée"),
            required("effect", "effet"),
            optional("reason", "motif"));

    private SetupCsv() {}

    public record SchoolRow(String code, String name) {}

    public record ActivityRow(
            String code,
            String label,
            String service,
            String school,
            LocalDate from,
            LocalDate to,
            NoticePeriod deadline,
            @Nullable NoticePeriod cancelDeadline,
            NumberRange ages) {}

    /** A unit during one period; without days of its own it is open as long as its activity. */
    public record UnitRow(
            String activity,
            String code,
            String label,
            Weekdays days,
            Term term,
            @Nullable Integer capacity,
            boolean taxEligible,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    public record TariffRow(
            String activity,
            String unit,
            LocalDate validFrom,
            Money quotientFrom,
            Residency residency,
            TariffConditions conditions,
            @Nullable Money price,
            @Nullable Long ratePpm,
            @Nullable Money min,
            @Nullable Money max,
            Money unbookedSurcharge) {}

    public static Parsed<SchoolRow> schools(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, SCHOOLS, row -> new SchoolRow(row.code("code"), row.filled("name")));
    }

    public static Parsed<ActivityRow> activities(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, ACTIVITIES, row -> {
            LocalDate from = row.filledDay("from");
            LocalDate to = row.filledDay("to");
            requireOrder(row, from, to);
            NoticePeriod deadline = row.parsed("deadline", NoticePeriod::parse, NoticePeriod.NONE, "setup.deadline");
            NoticePeriod cancelDeadline = row.text("cancel_deadline").isEmpty()
                    ? null
                    : row.parsed("cancel_deadline", NoticePeriod::parse, NoticePeriod.NONE, "setup.deadline");
            String code = row.code("code");
            if (code.equals(Closure.SCHOOL) || code.equals(Closure.ALL)) {
                row.fault("code", "setup.reserved-code", code);
            }
            return new ActivityRow(
                    code,
                    row.filled("label"),
                    row.filled("service"),
                    row.text("school"),
                    from,
                    to,
                    deadline,
                    cancelDeadline,
                    ages(row));
        });
    }

    private static NumberRange ages(CsvRow row) {
        Integer youngest = age(row, "min_age");
        Integer oldest = age(row, "max_age");
        if (youngest != null && oldest != null && oldest < youngest) {
            row.fault("max_age", "setup.ages-order", youngest, oldest);
            return NumberRange.ANY;
        }
        return new NumberRange(youngest, oldest);
    }

    private static @Nullable Integer age(CsvRow row, String column) {
        Integer age = row.count(column);
        if (age != null && age > OLDEST) {
            row.fault(column, "setup.age", age, OLDEST);
            return null;
        }
        return age;
    }

    private static NumberRange ranks(CsvRow row) {
        Integer first = rank(row, "min_rank");
        Integer last = rank(row, "max_rank");
        if (first != null && last != null && last < first) {
            row.fault("max_rank", "setup.ranks-order", first, last);
            return NumberRange.ANY;
        }
        return new NumberRange(first, last);
    }

    private static @Nullable Integer rank(CsvRow row, String column) {
        Integer rank = row.count(column);
        if (rank != null && rank < 1) {
            row.fault(column, "setup.rank");
            return null;
        }
        return rank;
    }

    private static Set<Level> levels(CsvRow row) {
        String text = row.text("levels");
        return text.isEmpty() ? Set.of() : row.parsed("levels", SetupCsv::levels, Set.of(), "setup.levels");
    }

    private static Optional<Set<Level>> levels(String text) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (String name : text.split("[,\\s]+")) {
            Optional<Level> level = Level.parse(name);
            if (level.isEmpty()) {
                return Optional.empty();
            }
            levels.add(level.get());
        }
        return Optional.of(levels).filter(named -> !named.isEmpty());
    }

    private static void requireOrder(CsvRow row, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            row.fault("to", "csv.order", from, to);
        }
    }

    public static Parsed<UnitRow> units(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, UNITS, row -> {
            LocalDate from = row.day("from");
            LocalDate to = row.day("to");
            requireOrder(row, from, to);
            Boolean taxEligible = row.yesNo("tax_eligible");
            return new UnitRow(
                    row.filled("activity"),
                    row.code("code"),
                    row.filled("label"),
                    row.parsed("days", Weekdays::parse, Weekdays.MONDAY_TO_FRIDAY, "csv.weekdays"),
                    row.parsed("term", Term::parse, Term.SCHOOL, "setup.term"),
                    row.count("capacity"),
                    taxEligible != null && taxEligible,
                    from,
                    to);
        });
    }

    public static Parsed<TariffRow> tariffs(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, TARIFFS, row -> {
            Money price = row.money("price");
            Long rate = ratePpm(row);
            Money min = row.money("min");
            Money max = row.money("max");
            if ((price == null) == (rate == null)) {
                row.fault("price", "setup.price-or-rate");
            } else if (rate == null && (min != null || max != null)) {
                row.fault("min", "setup.bounds-without-rate");
            } else if (rate != null && (min == null || max == null)) {
                row.fault(min == null ? "min" : "max", "setup.rate-without-bounds");
            } else if (min != null && max != null && max.compareTo(min) < 0) {
                row.fault("max", "setup.bounds-order", min, max);
            }
            Boolean resident = row.yesNo("resident");
            Money quotientFrom = row.money("quotient_from");
            Money surcharge = row.money("unbooked_surcharge");
            return new TariffRow(
                    row.filled("activity"),
                    row.filled("unit"),
                    row.filledDay("valid_from"),
                    quotientFrom == null ? Money.ZERO : quotientFrom,
                    resident == null ? Residency.BOTH : resident ? Residency.YES : Residency.NO,
                    new TariffConditions(ages(row), levels(row), ranks(row), row.yesNo("own_meal")),
                    price,
                    rate,
                    min,
                    max,
                    surcharge == null ? Money.ZERO : surcharge);
        });
    }

    private static @Nullable Long ratePpm(CsvRow row) {
        BigDecimal percent = row.decimal("rate");
        if (percent == null) {
            return null;
        }
        BigDecimal ppm =
                percent.multiply(BigDecimal.valueOf(PPM_OF_ONE_PERCENT)).stripTrailingZeros();
        if (ppm.signum() < 0 || ppm.scale() > 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            row.fault("rate", "setup.rate", row.text("rate"));
            return 0L;
        }
        return ppm.longValueExact();
    }

    /**
     * The ministry's rows for the pupils of one zone; those of other zones and for teachers are empty, whatever they say.
     *
     * @param zone as the ministry writes it, {@code Zone A}
     */
    public static Parsed<Optional<SchoolHolidays>> calendar(byte[] bytes, String source, String zone) {
        return CsvFile.read(bytes, source, null, CALENDAR, row -> {
            boolean isForTeachers =
                    row.text("population").toLowerCase(Locale.ROOT).startsWith("enseignant");
            String written = row.filled("zones");
            if (isForTeachers || (!written.isEmpty() && !written.equalsIgnoreCase(zone))) {
                return Optional.empty();
            }
            LocalDate start = calendarDay(row, "start_date");
            SchoolYear year =
                    row.parsed("annee_scolaire", SchoolYear::parse, SchoolYear.of(start), "setup.school-year");
            LocalDate end = row.text("end_date").isEmpty() ? year.lastDay() : calendarDay(row, "end_date");
            if (start.isAfter(end)) {
                row.fault("end_date", "csv.order", start, end);
                end = start;
            }
            return Optional.of(new SchoolHolidays(year, row.filled("description"), zone, start, end));
        });
    }

    /** A day, or the moment of Paris midnight that the open data portal writes in UTC. */
    private static LocalDate calendarDay(CsvRow row, String column) {
        LocalDate day =
                row.parsed(column, text -> WrittenDay.parse(text).or(() -> parisDay(text)), LocalDate.EPOCH, "csv.day");
        row.requireInRange(column, day);
        return day;
    }

    private static Optional<LocalDate> parisDay(String moment) {
        try {
            return Optional.of(OffsetDateTime.parse(moment)
                    .atZoneSameInstant(ParisTime.ZONE)
                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Parsed<Closure> closures(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, CLOSURES, row -> {
            LocalDate from = row.filledDay("from");
            LocalDate to = row.filledDay("to");
            boolean opens = row.parsed("effect", SetupCsv::opens, false, "setup.effect");
            String scope = row.filled("scope");
            if (to.isBefore(from)) {
                row.fault("to", "csv.order", from, to);
                to = from;
            }
            return new Closure(from, to, scope, opens, row.text("reason"));
        });
    }

    private static Optional<Boolean> opens(String effect) {
        return switch (effect.toLowerCase(Locale.ROOT)) {
            case "closed", "fermé", "ferme" -> Optional.of(false);
            case "open", "ouvert" -> Optional.of(true);
            default -> Optional.empty();
        };
    }
}
