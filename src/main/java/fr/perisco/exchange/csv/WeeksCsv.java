package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;
import static fr.perisco.exchange.csv.Column.optional;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.WeekParity;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The typical weeks file: one row a child and unit. */
public final class WeeksCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("child", "enfant"),
            filled("activity", "activité"),
            filled("unit", "unité"),
            filled("days", "jours"),
            filled("from", "du"),
            filled("to", "au"),
            optional("weeks", "semaines"),
            optional("family", "famille"),
            optional("submitted_at", "déposé le"),
            optional("login", "identifiant"));

    /**
     * @param family the payer's code; empty for the child's earliest registration
     * @param submittedAt when a family asked for it, Europe/Paris wall time; null for the office's own
     * @param login of the family that asked for it and pays, in small letters; empty for the office's own
     */
    public record WeekRow(
            String child,
            String activity,
            String unit,
            Weekdays days,
            LocalDate from,
            LocalDate to,
            WeekParity weeks,
            String family,
            @Nullable LocalDateTime submittedAt,
            String login) {
        /** Whether a family asked for it, so that it is to be judged. */
        public boolean isAskedFor() {
            return submittedAt != null;
        }

        /** What the family asked for. */
        public PortalWeek asRequest() {
            return new PortalWeek(
                    Objects.requireNonNull(submittedAt), login, child, activity, unit, days, from, to, weeks);
        }
    }

    private WeeksCsv() {}

    public static Parsed<WeekRow> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(bytes, source, charset, COLUMNS, row -> {
            LocalDate from = row.filledDay("from");
            LocalDate to = row.filledDay("to");
            if (to.isBefore(from)) {
                row.fault("to", "csv.order", from, to);
            }
            boolean askedFor = !(row.text("submitted_at") + row.text("login")).isEmpty();
            return new WeekRow(
                    row.filled("child"),
                    row.filled("activity"),
                    row.filled("unit"),
                    row.parsed("days", Weekdays::parse, Weekdays.MONDAY_TO_FRIDAY, "csv.weekdays"),
                    from,
                    to,
                    row.parsed("weeks", WeekParity::parse, WeekParity.ALL, "csv.weeks"),
                    row.text("family"),
                    askedFor ? row.filledMoment("submitted_at") : null,
                    askedFor ? row.filled("login").toLowerCase(Locale.ROOT) : "");
        });
    }
}
