package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore;
import java.time.LocalDate;
import java.util.List;

/** Records one child's attendance: all of the days, or none. */
public final class AttendanceEntry {
    public record Order(String child, String activity, String unit, List<LocalDate> days, Attendance attendance) {}

    private final Office office;

    public AttendanceEntry(Office office) {
        this.office = office;
    }

    /**
     * @return how many days say something new
     * @throws Refused when a code is unknown, or with the reason for each day that cannot be recorded
     */
    public int record(Order order) {
        return office.act("attendance record", null, journal -> {
            Child child = new FamilyStore(office.database())
                    .child(order.child())
                    .orElseThrow(() -> Refused.because("unknown.child", order.child()));
            List<Registration> registrations = new RegistrationStore(office.database()).ofChild(child.id());
            AttendanceSheets sheets = new AttendanceSheets(
                    office, registrations.stream().map(Registration::id).toList());
            Unit unit = Units.find(sheets.units(), order.activity(), order.unit());
            List<LocalDate> days = order.days().stream().distinct().sorted().toList();
            List<Reason> objections = days.stream()
                    .flatMap(day ->
                            sheets.objection(child.code(), registrations, unit, day, order.attendance()).stream())
                    .toList();
            if (!objections.isEmpty()) {
                throw new Refused(objections);
            }
            int changed = (int) days.stream()
                    .filter(day -> sheets.keep(registrations, unit, day, order.attendance())
                            != AttendanceSheets.Outcome.UNCHANGED)
                    .count();
            sheets.save(journal);
            return changed;
        });
    }
}
