package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.csv.GuardianCsv;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.PupilCsv;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads the extractions of the ministry's ONDE or Base élèves: a school's, or a whole town's at once. */
public final class OndeImport {
    private static final String KIND = "import onde";

    private final Office office;

    /**
     * What to load.
     *
     * @param guardians null where there is no file of guardians: then no child can be added
     * @param school code of the school that all pupils go to; null where their classes decide
     */
    public record Files(
            ImportFile pupils,
            @Nullable ImportFile guardians,
            @Nullable String school) {}

    public OndeImport(Office office) {
        this.office = office;
    }

    /**
     * @throws BadInput with every fault of both files, unless the rows that have any may be set aside
     * @throws Refused when there is no such school
     */
    public OndeReport apply(Files files) {
        return office.act(KIND, null, journal -> load(files, journal, !office.isRehearsal()));
    }

    /** What {@link #apply} would come to: it is done, and taken back. */
    public OndeReport rehearse(Files files) {
        return office.rehearse(KIND, journal -> load(files, journal, false));
    }

    /** Of two files in each other's place, every column would be missing. */
    private void requireRightWayRound(
            ImportFile pupilFile,
            Parsed<Pupil> pupils,
            @Nullable ImportFile guardianFile,
            @Nullable Parsed<NamedGuardian> guardians) {
        if (!pupils.isUnderstood()
                && GuardianCsv.read(pupilFile.content(), pupilFile.source(), pupilFile.charset())
                        .isUnderstood()) {
            throw BadInput.of(pupilFile.source(), "onde.guardians-as-pupils");
        }
        if (guardianFile != null
                && guardians != null
                && !guardians.isUnderstood()
                && PupilCsv.read(guardianFile.content(), guardianFile.source(), guardianFile.charset(), office.today())
                        .isUnderstood()) {
            throw BadInput.of(guardianFile.source(), "onde.pupils-as-guardians");
        }
    }

    private OndeReport load(Files files, Journal journal, boolean kept) {
        Schools.requireKnown(new SetupStore(office.database()), files.school());
        ImportFile pupilFile = files.pupils();
        Parsed<Pupil> pupils =
                PupilCsv.read(pupilFile.content(), pupilFile.source(), pupilFile.charset(), office.today());
        ImportFile guardianFile = files.guardians();
        Parsed<NamedGuardian> guardians = guardianFile == null
                ? null
                : GuardianCsv.read(guardianFile.content(), guardianFile.source(), guardianFile.charset());
        requireRightWayRound(pupilFile, pupils, guardianFile, guardians);
        boolean isLoadable = isLoadable(pupilFile, pupils, guardianFile, guardians);
        List<InputFault> held = OndeCompanions.hold(pupils, guardians);

        OndeComparison comparison = new OndeComparison(office, pupils, guardians, files.school());
        OndeReport report = comparison.report(held);
        if (!isLoadable) {
            throw new BadInput(report.faultsOfBoth(pupilFile.source()));
        }
        comparison.save(journal);
        if (kept) {
            pupilFile.writeRejected(pupils, office);
            if (guardianFile != null && guardians != null) {
                guardianFile.writeRejected(guardians, office);
            }
        }
        return report;
    }

    /**
     * Whether the rows may be loaded, at least in part; those that may not are judged all the same, so that all is told at once.
     *
     * @throws BadInput when not even the columns of a file are understood
     */
    private static boolean isLoadable(
            ImportFile pupilFile,
            Parsed<Pupil> pupils,
            @Nullable ImportFile guardianFile,
            @Nullable Parsed<NamedGuardian> guardians) {
        if (!pupils.isUnderstood() || (guardians != null && !guardians.isUnderstood())) {
            List<InputFault> faults = new ArrayList<>(pupils.faults());
            if (guardians != null) {
                faults.addAll(guardians.faults());
            }
            throw new BadInput(faults);
        }
        boolean areGuardiansLoadable = guardianFile == null || guardians == null || guardianFile.isLoadable(guardians);
        return areGuardiansLoadable && pupilFile.isLoadable(pupils);
    }
}
