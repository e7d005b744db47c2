package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.exchange.csv.FamilyCsv.FamilyRow;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What somebody ought to know of a families file that is loaded: no fault of a row, but more than a field that changes. */
final class FamilyNotices {
    private final Parsed<FamilyRow> file;
    private final List<InputFault> notices = new ArrayList<>();

    FamilyNotices(Parsed<FamilyRow> file) {
        this.file = file;
    }

    /** The first detail of the sentence is the column's header in the file. */
    void add(Row<FamilyRow> row, String column, String code, Object... details) {
        notices.add(file.notice(row, column, code, details));
    }

    /** That a family logs in otherwise, or not at all any more. */
    void ofLogin(Row<FamilyRow> row, Family before, Family now) {
        if (!before.login().isEmpty() && !now.login().equals(before.login())) {
            String code = now.login().isEmpty() ? "families.login-gone" : "families.login-changed";
            add(row, "guardian_email", code, now.code(), before.login(), now.login());
        }
    }

    /** That a code may be another child's: who bears it has another first name now, and another birthday. */
    void ofOtherChild(Row<FamilyRow> row, Child before, Child now) {
        LocalDate wasBorn = before.birthOn();
        LocalDate isBorn = now.birthOn();
        if (wasBorn != null
                && isBorn != null
                && !wasBorn.equals(isBorn)
                && !before.firstName().equalsIgnoreCase(now.firstName())) {
            String code = "families.other-child";
            add(row, "child", code, now.code(), before.fullName(), wasBorn, now.fullName(), isBorn);
        }
    }

    /** In the order of the file. */
    List<InputFault> all() {
        return notices.stream().sorted(Comparator.comparing(InputFault::line)).toList();
    }
}
