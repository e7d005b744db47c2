package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A period that a list is narrowed to: a month, or days from and to. */
final class Period {
    @Option(names = "--month", paramLabel = "MONTH", descriptionKey = "filter.month")
    @Nullable
    YearMonth month;

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "filter.from")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "filter.to")
    @Nullable
    LocalDate to;

    @Nullable
    LocalDate from() {
        if (month != null && (from != null || to != null)) {
            throw Misused.because("usage.exclusive", from != null ? "--month --from" : "--month --to");
        }
        requireOrder(from, to);
        return from == null && month != null ? month.atDay(1) : from;
    }

    @Nullable
    LocalDate to() {
        return to == null && month != null ? month.atEndOfMonth() : to;
    }

    /** Refuses a period that ends before it starts. */
    static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Misused.because("usage.order", from, to);
        }
    }
}
