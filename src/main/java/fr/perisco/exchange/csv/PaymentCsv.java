package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;
import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PayFipClock;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipResult;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Payments made online, under PayFiP's own names: one row each. */
public final class PaymentCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("numcli", "client"),
            optional("exer", "exercice"),
            filled("refdet", "référence"),
            optional("objet", "libellé"),
            required("montant", "montant en centimes"),
            optional("mel", "courriel"),
            optional("saisie", "mode"),
            filled("resultrans", "résultat"),
            optional("numauto", "autorisation"),
            required("dattrans", "date"),
            optional("heurtrans", "heure"),
            optional("idop", "opération"));

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern CENTS = Pattern.compile("\\d{1,12}");
    private static final Set<String> MODES = Set.of("", "T", "X", "A", "W");

    private PaymentCsv() {}

    public static Parsed<PayFipNotification> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(bytes, source, charset, COLUMNS, PaymentCsv::notification);
    }

    private static PayFipNotification notification(CsvRow row) {
        row.filled("resultrans");
        PayFipResult result =
                row.parsed("resultrans", PayFipResult::parse, PayFipResult.PAID_BY_CARD, "payfip.resultrans");
        row.filled("numcli");
        return new PayFipNotification(
                withLeadingZeros(row.text("numcli")),
                row.count("exer"),
                row.filled("refdet"),
                amount(row, result.isPaid()),
                row.parsed("saisie", PaymentCsv::mode, "", "payfip.saisie"),
                result,
                row.text("numauto"),
                day(row, result.isPaid()),
                time(row),
                row.text("idop"));
    }

    /** A spreadsheet takes the client for a number, and drops the zeros before it. */
    private static String withLeadingZeros(String numcli) {
        return DIGITS.matcher(numcli).matches() && numcli.length() < 6
                ? "0".repeat(6 - numcli.length()) + numcli
                : numcli;
    }

    private static Money amount(CsvRow row, boolean paid) {
        String text = paid ? row.filled("montant") : row.text("montant");
        if (text.isEmpty()) {
            return Money.ZERO;
        }
        Money amount = CENTS.matcher(text).matches() ? Money.ofCents(Long.parseLong(text)) : Money.ofCents(-1);
        if (amount.isNegative() || (paid && !amount.isPositive())) {
            row.fault("montant", "payfip.montant", text);
        }
        return amount;
    }

    private static Optional<String> mode(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(MODES::contains);
    }

    private static @Nullable LocalDate day(CsvRow row, boolean paid) {
        String text = paid ? row.filled("dattrans") : row.text("dattrans");
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = row.parsed("dattrans", PayFipClock::day, LocalDate.EPOCH, "payfip.dattrans");
        row.requireInRange("dattrans", day);
        return day;
    }

    private static @Nullable LocalTime time(CsvRow row) {
        return row.text("heurtrans").isEmpty()
                ? null
                : row.parsed("heurtrans", PayFipClock::time, LocalTime.MIDNIGHT, "payfip.heurtrans");
    }
}
