package fr.perisco.domain.office;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.invoice.NumberPattern;
import fr.perisco.domain.mail.MailAddress;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PayFip;
import fr.perisco.domain.reason.Reason;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code office.properties} says, checked.
 *
 * @param values every known setting by its name, with the default where the file says nothing
 */
public record OfficeSettings(SortedMap<String, String> values) {
    private static final Map<String, String> DEFAULTS = defaults();
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[!-~]{1,300}");

    public OfficeSettings {
        SortedMap<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(values);
        values = Collections.unmodifiableSortedMap(all);
    }

    private static Map<String, String> defaults() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : new String[] {
            "office.name",
            "office.address",
            "office.postcode",
            "office.city",
            "office.phone",
            "office.email",
            "office.hours",
            "office.portal-url",
            "payfip.numcli",
            "payfip.return-url",
            "mail.from",
            "mail.reply-to",
            "reminder.treasury-days",
            "booking.debt-limit"
        }) {
            values.put(name, "");
        }
        values.put("office.code", "05");
        values.put("office.zone", "A");
        values.put("office.school-week", "mon,tue,wed,thu,fri");
        values.put("office.alsace-moselle", "false");
        values.put("invoice.number", "F{office}{yy}{mm}{seq:4}");
        values.put("credit.number", "A{office}{yy}{mm}{seq:4}");
        values.put("invoice.due-days", "30");
        values.put("reminder.treasury-minimum", "15.00");
        values.put("retention.families-years", "2");
        values.put("retention.invoices-years", "10");
        values.put("payfip.saisie", "T");
        values.put("payfip.url", "https://www.payfip.gouv.fr/tpa/paiement.web");
        values.put("payfip.maximum", "9999.99");
        return values;
    }

    public static boolean isKnown(String name) {
        return DEFAULTS.containsKey(name);
    }

    /** What is wrong with a setting; empty when it may stand. */
    public static Optional<Reason> faultOf(String name, String value, String officeCode) {
        boolean good = switch (name) {
            case "office.zone" -> value.matches("[A-Za-z]+( .+)?");
            case "office.code" -> value.matches("[A-Za-z0-9]{1,10}");
            case "office.school-week" -> Weekdays.parse(value).isPresent();
            case "office.alsace-moselle" -> value.equals("true") || value.equals("false");
            case "office.portal-url" -> value.isEmpty() || isWebAddress(value);
            case "invoice.number", "credit.number" ->
                NumberPattern.parse(value)
                        .filter(pattern -> pattern.fitsReferences(officeCode))
                        .isPresent();
            case "invoice.due-days" -> value.matches("\\d{1,3}");
            case "retention.families-years", "retention.invoices-years" -> value.matches("[1-9]\\d?");
            case "reminder.treasury-days" -> value.matches("(\\d{1,3})?");
            case "reminder.treasury-minimum" -> AMOUNT.matcher(value).matches();
            case "booking.debt-limit" ->
                value.isEmpty() || AMOUNT.matcher(value).matches();
            case "payfip.numcli" -> value.matches("(\\d{6})?");
            case "payfip.saisie" -> value.matches("[TXAW]");
            case "payfip.maximum" -> AMOUNT.matcher(value).matches();
            case "mail.from", "mail.reply-to" ->
                value.isEmpty() || MailAddress.parse(value).isPresent();
            case "payfip.url" -> value.matches("https?://\\S+");
            default -> true;
        };
        return good ? Optional.empty() : Optional.of(Reason.of("setup." + name, name, value));
    }

    private static boolean isWebAddress(String value) {
        try {
            return WEB_ADDRESS.matcher(value).matches() && new URI(value).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such setting: " + name);
        }
        return value;
    }

    public String code() {
        return get("office.code");
    }

    public String zone() {
        return "Zone " + get("office.zone").replaceFirst("(?i)^zone\\s+", "");
    }

    public Weekdays schoolWeek() {
        return Weekdays.parse(get("office.school-week")).orElseThrow();
    }

    public boolean alsaceMoselle() {
        return Boolean.parseBoolean(get("office.alsace-moselle"));
    }

    public NumberPattern invoiceNumber() {
        return NumberPattern.parse(get("invoice.number")).orElseThrow();
    }

    public NumberPattern creditNumber() {
        return NumberPattern.parse(get("credit.number")).orElseThrow();
    }

    public int dueDays() {
        return Integer.parseInt(get("invoice.due-days"));
    }

    /** Years without a sign of life after which a family is erased, from 1 to 99. */
    public int familiesYears() {
        return Integer.parseInt(get("retention.families-years"));
    }

    /** Years after which documents and payments lose names, from 1 to 99. */
    public int invoicesYears() {
        return Integer.parseInt(get("retention.invoices-years"));
    }

    /** Where families find the portal; empty when nobody said. */
    public Optional<String> portalUrl() {
        return Optional.of(get("office.portal-url")).filter(url -> !url.isEmpty());
    }

    public PayFip payFip() {
        return new PayFip(
                get("payfip.numcli"),
                get("payfip.saisie"),
                get("payfip.url"),
                get("payfip.return-url"),
                amount("payfip.maximum"));
    }

    private Money amount(String name) {
        return Money.ofEuros(new BigDecimal(get(name).replace(',', '.')));
    }

    /** Days after the due date, when invoices go to the treasury; empty for never. */
    public OptionalInt treasuryDays() {
        String days = get("reminder.treasury-days");
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(days));
    }

    /** What a family must owe in all before its invoices go to the treasury. */
    public Money treasuryMinimum() {
        return amount("reminder.treasury-minimum");
    }

    /** What a family may owe past its due date when it books; empty for any sum. */
    public Optional<Money> debtLimit() {
        return get("booking.debt-limit").isEmpty() ? Optional.empty() : Optional.of(amount("booking.debt-limit"));
    }

    /** What a document shows of the office and how it can be paid: kept with it, so that a reprint is the same for ever. */
    public String letterhead() {
        StringBuilder lines = new StringBuilder();
        values.forEach((name, value) -> {
            if (isOnDocuments(name)) {
                lines.append(name).append('=').append(value).append('\n');
            }
        });
        return lines.toString();
    }

    private static boolean isOnDocuments(String name) {
        return switch (name) {
            case "office.name",
                    "office.address",
                    "office.postcode",
                    "office.city",
                    "office.phone",
                    "office.email",
                    "office.hours" -> true;
            default -> name.startsWith("payfip.");
        };
    }

    /** The settings that a document was issued with; a line that somebody made unreadable, or that may not stand, says nothing. */
    public static OfficeSettings ofLetterhead(String letterhead) {
        SortedMap<String, String> values = new TreeMap<>();
        letterhead.lines().filter(line -> line.indexOf('=') >= 0).forEach(line -> {
            int equals = line.indexOf('=');
            String name = line.substring(0, equals);
            String value = line.substring(equals + 1);
            if (isOnDocuments(name) && faultOf(name, value, "").isEmpty()) {
                values.put(name, value);
            }
        });
        return new OfficeSettings(values);
    }
}
