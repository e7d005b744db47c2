package fr.perisco.cli;

import fr.perisco.domain.reservation.CancelManner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to cancel what is past its deadline. */
final class CancelOptions {
    @Option(names = "--late", descriptionKey = "option.late")
    boolean late;

    @Option(names = "--waive", paramLabel = "REASON", descriptionKey = "option.waive")
    @Nullable
    String waive;

    @Option(names = "--override", paramLabel = "REASON", descriptionKey = "option.override-cancel")
    @Nullable
    String override;

    CancelManner manner() {
        if (waive != null) {
            return CancelManner.WAIVE;
        }
        if (override != null) {
            return CancelManner.OVERRIDE;
        }
        return late ? CancelManner.LATE : CancelManner.PLAIN;
    }

    @Nullable
    String reason() {
        return waive != null ? waive : override;
    }
}
