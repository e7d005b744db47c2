package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;

import fr.perisco.domain.reservation.Attendance;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attendance file: one row a child, unit and day. */
public final class AttendanceCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("child", "enfant"),
            filled("activity", "activité"),
            filled("unit", "unité"),
            filled("date", "jour"),
            filled("status", "statut"));

    public record AttendanceRow(String child, String activity, String unit, LocalDate date, Attendance status) {}

    private AttendanceCsv() {}

    public static Parsed<AttendanceRow> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(
                bytes,
                source,
                charset,
                COLUMNS,
                row -> new AttendanceRow(
                        row.filled("child"),
                        row.filled("activity"),
                        row.filled("unit"),
                        row.filledDay("date"),
                        row.parsed("status", Attendance::parse, Attendance.PRESENT, "csv.attendance")));
    }
}
