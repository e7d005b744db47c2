package fr.perisco.fuzz;

import static fr.perisco.fuzz.Target.require;

import fr.perisco.cli.Sentences;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.csv.CsvWriter;
import fr.perisco.exchange.csv.FreeText;
import fr.perisco.exchange.csv.NotificationBody;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.PaymentCsv;
import fr.perisco.exchange.csv.PropertiesText;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is read as a whole: settings, what PayFiP posts, texts that are piped in. */
final class BodyTargets {
    private static final String SOURCE = "body";

    private BodyTargets() {}

    static List<Target> all() {
        return List.of(
                new Target("notification", BodyTargets::judgeNotification),
                new Target("setup-properties", BodyTargets::judgeProperties),
                new Target("letterhead", BodyTargets::judgeLetterhead),
                new Target("free-text", BodyTargets::judgeFreeText));
    }

    /** A body that reads is read back from its own fields, and the row that is written of it is a good one. */
    private static void judgeNotification(byte[] bytes) {
        Map<String, String> fields;
        try {
            fields = NotificationBody.read(bytes, SOURCE);
        } catch (BadInput e) {
            new Extent(
                            1,
                            Extent.of(new String(bytes, StandardCharsets.ISO_8859_1), "&")
                                    .columns())
                    .requireInside(e.faults());
            return;
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Map<String, String> again = NotificationBody.read(body.getBytes(StandardCharsets.US_ASCII), SOURCE);
        require(again.equals(fields), () -> fields + " was read back as " + again);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out, List.copyOf(fields.keySet()))) {
            writer.row(List.copyOf(fields.values()));
        }
        Parsed<PayFipNotification> file = PaymentCsv.read(out.toByteArray(), SOURCE, null);
        require(
                file.rows().size() == 1 && file.acceptedRows().size() == 1,
                () -> fields + " is no row of a payment file: " + file.faults());
    }

    /** Settings without a fault can be used, all of them. */
    private static void judgeProperties(byte[] bytes) {
        PropertiesText text = PropertiesText.read(bytes, SOURCE);
        Extent lines = new Extent(Extent.ofFile(bytes, "").lines(), PropertiesText.VALUE);
        lines.requireInside(text.faults());
        SortedMap<String, String> values = new TreeMap<>();
        text.values().forEach((name, entry) -> {
            require(entry.line() >= 0 && entry.line() <= lines.lines(), () -> name + " stands on line " + entry.line());
            if (OfficeSettings.isKnown(name)) {
                values.put(name, entry.value());
            }
        });
        String code = values.getOrDefault("office.code", "05");
        boolean good = text.faults().isEmpty();
        for (Map.Entry<String, String> value : values.entrySet()) {
            var fault = OfficeSettings.faultOf(value.getKey(), value.getValue(), code);
            fault.ifPresent(Sentences::requireTold);
            good = good && fault.isEmpty();
        }
        if (good) {
            use(new OfficeSettings(values));
        }
    }

    private static void use(OfficeSettings settings) {
        settings.zone();
        require(!settings.schoolWeek().isEmpty(), () -> "a school week without a day");
        settings.alsaceMoselle();
        settings.invoiceNumber();
        settings.creditNumber();
        settings.dueDays();
        settings.familiesYears();
        settings.invoicesYears();
        settings.portalUrl();
        settings.payFip();
        settings.treasuryDays();
        settings.treasuryMinimum();
        settings.debtLimit();
        String letterhead = settings.letterhead();
        require(
                OfficeSettings.ofLetterhead(letterhead).letterhead().equals(letterhead),
                () -> "a letterhead is not read back: " + letterhead);
    }

    /** A document that somebody tampered with is still read. */
    private static void judgeLetterhead(byte[] bytes) {
        OfficeSettings settings = OfficeSettings.ofLetterhead(new String(bytes, StandardCharsets.UTF_8));
        settings.payFip();
        String once = settings.letterhead();
        String twice = OfficeSettings.ofLetterhead(once).letterhead();
        require(twice.equals(once), () -> once + " was read back as " + twice);
    }

    /** A text that was taken is taken as it is. */
    private static void judgeFreeText(byte[] bytes) {
        String text;
        try {
            text = FreeText.of(bytes);
        } catch (Misused e) {
            Sentences.requireTold(e.reason());
            return;
        }
        String again = FreeText.of(text.getBytes(StandardCharsets.UTF_8));
        require(again.equals(text), () -> text + " was taken as " + again);
    }
}
