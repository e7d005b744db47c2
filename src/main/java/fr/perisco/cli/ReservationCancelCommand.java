package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.workflow.DayCancellation;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels days. */
@Command
final class ReservationCancelCommand implements Callable<Integer> {
    /** How to cancel what is past its deadline. */
    static final class Manner {
        @Option(names = "--late", descriptionKey = "option.late")
        boolean late;

        @Option(names = "--waive", paramLabel = "REASON", descriptionKey = "option.waive")
        @Nullable
        String waive;

        @Option(names = "--override", paramLabel = "REASON", descriptionKey = "option.override-cancel")
        @Nullable
        String override;

        CancelManner kind() {
            if (waive != null) {
                return CancelManner.WAIVE;
            }
            if (override != null) {
                return CancelManner.OVERRIDE;
            }
            return late ? CancelManner.LATE : CancelManner.PLAIN;
        }
    }

    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Parameters(index = "2", paramLabel = "UNIT", descriptionKey = "arg.unit")
    String unit = "";

    @Parameters(index = "3..*", arity = "0..*", paramLabel = "DAY", descriptionKey = "arg.day")
    List<LocalDate> days = List.of();

    @Option(names = "--from", paramLabel = "DAY", descriptionKey = "filter.from")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", descriptionKey = "filter.to")
    @Nullable
    LocalDate to;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "option.payer")
    @Nullable
    String family;

    @ArgGroup
    Manner manner = new Manner();

    @Option(names = "--allowed-only", descriptionKey = "option.allowed-only")
    boolean allowedOnly;

    @Mixin
    DryRun dryRun = new DryRun();

    ReservationCancelCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ((from == null) != (to == null) || days.isEmpty() == (from == null)) {
            throw Misused.because("cancel.days-or-period");
        }
        Period.requireOrder(from, to);
        String reason = manner.waive != null ? manner.waive : manner.override;
        try (Office office = desk.open(dryRun.isSet())) {
            return ReservationTables.verdicts(
                    desk,
                    new DayCancellation(office)
                            .cancel(new DayCancellation.Order(
                                    child,
                                    activity,
                                    unit,
                                    days,
                                    from,
                                    to,
                                    family,
                                    manner.kind(),
                                    reason,
                                    allowedOnly)));
        }
    }
}
