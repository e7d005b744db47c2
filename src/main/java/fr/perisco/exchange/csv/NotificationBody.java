package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What PayFiP posts to a portal when a payment ends: {@code numcli=012345&exer=2016&…}, form-encoded. */
public final class NotificationBody {
    private static final List<String> NAMES =
            PaymentCsv.COLUMNS.stream().map(Column::name).toList();

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final String source;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private NotificationBody(String source) {
        this.source = source;
    }

    /**
     * The fields of the row that a payment file has for it, by their names, in the order of its columns; empty where the body
     * has none. What nobody reads is left out.
     *
     * @throws BadInput with every fault; its column counts the fields of the body
     */
    public static Map<String, String> read(byte[] bytes, String source) {
        NotificationBody body = new NotificationBody(source);
        body.take(new String(bytes, StandardCharsets.ISO_8859_1).strip());
        Map<String, String> fields = new LinkedHashMap<>();
        NAMES.forEach(name -> fields.put(name, body.texts.getOrDefault(name, "")));
        if (fields.values().stream().allMatch(String::isBlank)) {
            throw BadInput.of(source, "payfip.body-empty");
        }
        body.requireReadable(fields);
        return fields;
    }

    private void take(String body) {
        List<InputFault> faults = new ArrayList<>();
        String[] pairs = body.split("&", -1);
        for (int i = 1; i <= pairs.length; i++) {
            int equals = pairs[i - 1].indexOf('=');
            try {
                String name =
                        decoded(pairs[i - 1].substring(0, Math.max(equals, 0))).toLowerCase(Locale.ROOT);
                if (positions.putIfAbsent(name, i) == null) {
                    texts.put(name, decoded(pairs[i - 1].substring(equals + 1)));
                } else if (NAMES.contains(name)) {
                    faults.add(new InputFault(source, 1, i, Reason.of("payfip.body-twice", name)));
                }
            } catch (IllegalArgumentException e) {
                faults.add(new InputFault(source, 1, i, Reason.of("payfip.body-encoding")));
            }
        }
        require(faults);
    }

    /** UTF-8, or where it is none Windows-1252, which a biller's own words may be in. */
    private static String decoded(String text) {
        byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1252);
        }
    }

    /** Judged by the reader of payment files, so that what is written is what will be read. */
    private void requireReadable(Map<String, String> fields) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(row, NAMES)) {
            writer.row(List.copyOf(fields.values()));
        }
        require(PaymentCsv.read(row.toByteArray(), source, StandardCharsets.UTF_8).faults().stream()
                .map(fault -> new InputFault(source, 1, positionOf(fault.column()), fault.reason()))
                .toList());
    }

    private int positionOf(int column) {
        return column == 0 ? 0 : positions.getOrDefault(NAMES.get(column - 1), 0);
    }

    private static void require(List<InputFault> faults) {
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }
}
