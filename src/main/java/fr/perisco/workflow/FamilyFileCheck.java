package fr.perisco.workflow;

import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Merge;
import fr.perisco.exchange.csv.FamilyCsv.FamilyRow;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyRegister.KnownFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges the rows of a families file against each other, and against the families that are not in it. */
final class FamilyFileCheck {
    private static final String EMAIL = "guardian_email";

    private final Parsed<FamilyRow> file;
    private final Map<String, Row<FamilyRow>> firstOfFamily;
    private final Map<String, Row<FamilyRow>> firstOfChild;
    private final Map<String, Row<FamilyRow>> firstOfLogin;
    private final Map<String, Long> lineOfPair = new HashMap<>();

    FamilyFileCheck(Parsed<FamilyRow> file) {
        this.file = file;
        // Tables that grow by and by are filled several times over.
        int rows = 2 * file.rows().size();
        firstOfFamily = new HashMap<>(rows);
        firstOfChild = new HashMap<>(rows);
        firstOfLogin = new HashMap<>(rows);
    }

    /** Rows against rows. Fields that have a fault of their own are not compared. */
    void judgeRows() {
        for (Row<FamilyRow> row : file.rows()) {
            FamilyRow read = row.reading();
            if (read == null) {
                continue;
            }
            if (!file.isFaulty(row, "family")) {
                judgeFamily(row, read);
            }
            if (!file.isFaulty(row, "child")) {
                judgeChild(row, read);
            }
        }
    }

    private void judgeFamily(Row<FamilyRow> row, FamilyRow read) {
        String code = read.family().code();
        Row<FamilyRow> first = firstOfFamily.putIfAbsent(code, row);
        if (first != null) {
            differences(Objects.requireNonNull(first.reading()), read)
                    .forEach(difference -> fault(row, first, difference, "families.family-differs"));
        }
        String login = read.family().login();
        if (!login.isEmpty() && !file.isFaulty(row, EMAIL)) {
            Row<FamilyRow> owner = firstOfLogin.putIfAbsent(login, row);
            if (owner != null) {
                String other = Objects.requireNonNull(owner.reading()).family().code();
                if (!other.equals(code)) {
                    file.fault(row, EMAIL, "families.login-twice", login, other, owner.line());
                }
            }
        }
    }

    private static List<FieldChange> differences(FamilyRow first, FamilyRow row) {
        List<FieldChange> differences = new ArrayList<>();
        String code = row.family().code();
        if (!first.family().equals(row.family())) {
            differences.addAll(row.family().changesSince(first.family()));
        }
        if (first.resident() != row.resident()) {
            differences.add(new FieldChange("family", code, "resident", null, null));
        }
        if (!Objects.equals(first.quotient(), row.quotient())) {
            differences.add(new FieldChange("family", code, "quotient", null, null));
        }
        if (!Objects.equals(first.quotientFrom(), row.quotientFrom())) {
            differences.add(new FieldChange("family", code, "quotient_from", null, null));
        }
        return differences;
    }

    private void judgeChild(Row<FamilyRow> row, FamilyRow read) {
        String code = read.child().code();
        Row<FamilyRow> first = firstOfChild.putIfAbsent(code, row);
        if (first == null) {
            return;
        }
        FamilyRow other = Objects.requireNonNull(first.reading());
        if (!other.child().equals(read.child())) {
            read.child()
                    .changesSince(other.child())
                    .forEach(difference -> fault(row, first, difference, "families.child-differs"));
        }
        read.schooling()
                .changesSince(other.schooling(), code)
                .forEach(difference -> fault(row, first, difference, "families.child-differs"));
        if (!file.isFaulty(row, "family")) {
            Long before = lineOfPair.putIfAbsent(pairOf(read), row.line());
            if (before == null && pairOf(other).equals(pairOf(read))) {
                before = first.line();
            }
            if (before != null) {
                file.fault(row, "child", "families.twice", code, before);
            }
        }
    }

    private static String pairOf(FamilyRow row) {
        return row.family().code() + " " + row.child().code();
    }

    private void fault(Row<FamilyRow> row, Row<FamilyRow> first, FieldChange difference, String code) {
        String column = difference.field();
        if (!file.isFaulty(row, column) && !file.isFaulty(first, column)) {
            file.fault(row, column, code, difference.code(), first.line());
        }
    }

    /** Rows against the office: a family that was merged into another takes no more children. */
    void judgeMerged(List<Merge> merges) {
        if (merges.isEmpty()) {
            return;
        }
        Map<String, String> into = new HashMap<>();
        merges.forEach(merge -> into.put(merge.family(), merge.into()));
        for (Row<FamilyRow> row : file.rows()) {
            FamilyRow read = row.reading();
            if (read != null && into.containsKey(read.family().code())) {
                file.fault(
                        row,
                        "family",
                        "families.merged",
                        read.family().code(),
                        into.get(read.family().code()));
            }
        }
    }

    /** Rows against the office: families and children that were erased do not come back under their codes. */
    void judgeErased(Set<String> families, Set<String> children) {
        if (families.isEmpty() && children.isEmpty()) {
            return;
        }
        for (Row<FamilyRow> row : file.rows()) {
            FamilyRow read = row.reading();
            if (read == null) {
                continue;
            }
            if (!file.isFaulty(row, "family") && families.contains(read.family().code())) {
                file.fault(row, "family", "families.erased", read.family().code());
            }
            if (!file.isFaulty(row, "child") && children.contains(read.child().code())) {
                file.fault(row, "child", "families.erased-child", read.child().code());
            }
        }
    }

    /** Rows against the office: a login that another family keeps. A family that is set aside keeps its own. */
    void judgeLogins(FamilyRegister register) {
        Map<String, String> owners = new HashMap<>();
        for (KnownFamily known : register.families().values()) {
            if (!known.family().login().isEmpty()) {
                owners.put(known.family().login(), known.family().code());
            }
        }
        if (owners.isEmpty()) {
            return;
        }
        boolean again = true;
        while (again) {
            Set<String> loaded = new HashSet<>();
            file.acceptedRows().forEach(row -> loaded.add(row.good().family().code()));
            again = false;
            for (Row<FamilyRow> row : file.rows()) {
                FamilyRow read = row.reading();
                if (read == null || file.isFaulty(row, EMAIL) || file.isFaulty(row, "family")) {
                    continue;
                }
                String owner = owners.get(read.family().login());
                if (owner != null && !owner.equals(read.family().code()) && !loaded.contains(owner)) {
                    file.fault(row, EMAIL, "families.login-taken", read.family().login(), owner);
                    again = true;
                }
            }
        }
    }
}
