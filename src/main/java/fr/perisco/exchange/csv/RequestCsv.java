package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.RequestAction;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the portal collected: one row a day, or a document, that a family asks for. */
public final class RequestCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("submitted_at", "déposé le"),
            filled("login", "identifiant"),
            required("child", "enfant"),
            required("activity", "activité"),
            required("unit", "unité"),
            required("date", "jour"),
            filled("action", "demande"));

    private RequestCsv() {}

    public static Parsed<PortalRequest> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(bytes, source, charset, COLUMNS, row -> {
            RequestAction action =
                    row.parsed("action", RequestAction::parse, RequestAction.INVOICE, "csv.request-action");
            boolean forDay = !action.asksForDocument();
            LocalDate day = forDay ? row.filledDay("date") : row.day("date");
            return new PortalRequest(
                    row.filledMoment("submitted_at"),
                    row.filled("login").toLowerCase(Locale.ROOT),
                    forDay ? row.filled("child") : row.text("child"),
                    forDay ? row.filled("activity") : row.text("activity"),
                    forDay ? row.filled("unit") : row.text("unit"),
                    day,
                    action);
        });
    }
}
