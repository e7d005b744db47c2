package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.domain.recovery.ReminderState;
import fr.perisco.store.ReminderStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the reminders that were sent, and prints their letters again as they were. */
public final class SentReminders {
    /**
     * Which reminders; null for all.
     *
     * @param month of one of its invoices
     * @param from first day on which it was sent
     */
    public record Filter(
            @Nullable Long id,
            @Nullable String family,
            @Nullable Integer level,
            @Nullable YearMonth month,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable ReminderState state) {}

    /**
     * @param written how many files are new or other than before
     * @param notices letters that no font has
     */
    public record Printed(int written, int unchanged, List<Reason> notices) {}

    private final Office office;

    public SentReminders(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a family or a reminder is named that does not exist
     */
    public List<Reminder> list(Filter filter) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(filter.family());
            ReminderStore store = new ReminderStore(office.database());
            Long id = filter.id();
            if (id != null && store.list(only(id)).isEmpty()) {
                throw Refused.because("unknown.reminder", id);
            }
            return store
                    .list(new ReminderStore.Wanted(
                            id, filter.family(), filter.level(), filter.month(), filter.from(), filter.to()))
                    .stream()
                    .filter(reminder -> filter.state() == null || reminder.state() == filter.state())
                    .toList();
        });
    }

    private static ReminderStore.Wanted only(long id) {
        return new ReminderStore.Wanted(id, null, null, null, null, null);
    }

    /**
     * Writes letters again.
     *
     * @param oneFile whether all go into one file, or each into a file of its own in a folder
     */
    public Printed print(List<Reminder> reminders, Path output, boolean oneFile) {
        ReminderPrint print = new ReminderPrint(office);
        int written = oneFile ? print.oneFile(reminders, output) : print.folder(reminders, output);
        int files = oneFile ? Math.min(1, reminders.size()) : reminders.size();
        return new Printed(written, files - written, print.notices());
    }
}
