package fr.perisco.workflow;

import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.store.AdjustmentStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.SharingStore;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a second family pay for a registration, or the first one alone again. */
public final class RegistrationSharing {
    /** The part that stands where no second family pays. */
    public static final SecondShare NONE = SecondShare.weeks(WeekParity.ALL);

    /**
     * What is asked for.
     *
     * @param family the registration's own payer; null when only one registration can be meant
     * @param second the family that pays as well; null for nobody
     * @param part what the second family pays
     * @param from the first day; null for today, or the registration's first day where it has not begun
     */
    public record Order(
            String child,
            String activity,
            @Nullable String family,
            @Nullable String second,
            SecondShare part,
            @Nullable LocalDate from) {}

    /**
     * @param family the registration's own payer
     * @param from since when it holds
     * @param changed false when it held already
     */
    public record Report(Registration registration, String family, LocalDate from, boolean changed) {}

    private final Office office;

    public RegistrationSharing(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, when none or several registrations can be meant, or the second family is not one
     *     of the child's, or pays already
     */
    public Report share(Order order) {
        return office.act("registration share", null, journal -> share(order, false, journal));
    }

    /**
     * Shares a registration from its first day on, unless its second family came to hold from that day already; what was
     * decided for later days stays. Only inside an act.
     *
     * @return whether something changed
     */
    boolean shareFromStart(Order order, Journal journal) {
        return share(order, true, journal).changed();
    }

    private Report share(Order order, boolean laterStays, Journal journal) {
        RegistrationDesk desk = new RegistrationDesk(office, order.child(), order.activity(), order.family());
        Registration meant = meant(order, desk);
        LocalDate from = order.from() == null ? meant.dayNearest(office.today()) : order.from();
        Long second = second(order, meant, from, desk);
        SharingStore store = new SharingStore(office.database());
        Sharing before = store.of(meant.id(), meant.familyId());
        Sharing.Since asked = new Sharing.Since(from, second, second == null ? NONE : order.part());
        boolean changed = !held(before.on(from), asked) || (!laterStays && before.changesAfter(from));
        if (changed) {
            store.replaceFrom(meant.id(), asked, journal);
            Sharing after = store.of(meant.id(), meant.familyId());
            new AdjustmentStore(office.database()).termsChanged(after.payersWith(before), from);
            journal.changed(
                    "registration",
                    LastDays.name(order.child(), order.activity(), meant.from()),
                    "share",
                    written(before.on(from)),
                    written(asked));
        }
        return new Report(meant, desk.payerOf(meant), from, changed);
    }

    private static boolean held(Sharing.@Nullable Since known, Sharing.Since asked) {
        return known == null
                ? asked.second() == null
                : known.second() != null
                        && known.second().equals(asked.second())
                        && known.part().equals(asked.part());
    }

    private @Nullable String written(Sharing.@Nullable Since since) {
        if (since == null || since.second() == null) {
            return null;
        }
        return new FamilyStore(office.database()).familyCode(since.second()) + " "
                + since.part().written() + " " + since.from();
    }

    /** The one that covers the day, or the only one there is. */
    private Registration meant(Order order, RegistrationDesk desk) {
        LocalDate from = order.from();
        List<Registration> own = desk.accepted().stream()
                .filter(row -> order.family() == null || desk.payerOf(row).equals(order.family()))
                .filter(row -> from == null ? !row.to().isBefore(office.today()) : row.covers(from))
                .toList();
        if (own.isEmpty()) {
            throw Refused.because(
                    "registration.share.none", order.child(), order.activity(), from == null ? office.today() : from);
        }
        if (own.size() > 1) {
            throw Refused.because(
                    "registration.share.which",
                    order.child(),
                    own.stream()
                            .map(row -> row.from() + " (" + desk.payerOf(row) + ")")
                            .collect(Collectors.joining(", ")));
        }
        return own.get(0);
    }

    private @Nullable Long second(Order order, Registration meant, LocalDate from, RegistrationDesk desk) {
        String code = order.second();
        if (code == null) {
            return null;
        }
        long second = new FamilyCodes(office).idOf(code);
        desk.requireFamilyOfChild(code);
        if (second == meant.familyId()) {
            throw Refused.because("registration.share.itself", code, order.child());
        }
        desk.requireFamilyFrom(second, from, meant.to());
        return second;
    }
}
