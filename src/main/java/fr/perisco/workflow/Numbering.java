package fr.perisco.workflow;

import fr.perisco.domain.invoice.NumberPattern;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.InvoiceIssue;
import java.time.LocalDate;
import java.util.Optional;

/** Gives out the numbers of one series, each once and without a gap. */
final class Numbering {
    private final NumberPattern pattern;
    private final InvoiceIssue.Series series;
    private int last;

    Numbering(NumberPattern pattern, InvoiceIssue.Series series) {
        this.pattern = pattern;
        this.series = series;
        this.last = (int) series.lastNumber();
    }

    /** Why the series cannot give that many numbers to documents of a day; empty when it can. */
    Optional<Reason> obstacle(int wanted, LocalDate issuedOn) {
        LocalDate lastIssued = series.lastIssuedOn();
        if (wanted > 0 && lastIssued != null && issuedOn.isBefore(lastIssued)) {
            return Optional.of(Reason.of("invoice.issue-date-before-series", issuedOn, lastIssued, series.prefix()));
        }
        long left = pattern.highestSequence() - last;
        return wanted > left
                ? Optional.of(Reason.of("invoice.series-full", series.prefix(), wanted, (int) left))
                : Optional.empty();
    }

    /** Takes the next number of the series. */
    int next() {
        return ++last;
    }

    String prefix() {
        return series.prefix();
    }

    String number(int sequence) {
        return pattern.number(series.prefix(), sequence);
    }
}
