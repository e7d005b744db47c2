package fr.perisco.workflow;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.NumberPattern;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.CareYear;
import fr.perisco.domain.payment.CaredChild.Care;
import fr.perisco.domain.payment.TaxCertificate;
import fr.perisco.domain.payment.TaxYear;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.CareStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TaxCertificateStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Certifies what families paid in a calendar year for the care of their young children. A certificate is numbered and kept: asked for
 * again it is the same; when other figures hold since, another one replaces it.
 */
public final class TaxCertificates {
    private static final NumberPattern NUMBERS =
            NumberPattern.parse("AF{office}{yyyy}{seq:6}").orElseThrow();

    /**
     * A family's figures, and the certificate that stands for them.
     *
     * @param certificate null when these figures have none yet
     * @param care of this year, as known now
     */
    public record Certified(
            String familyCode,
            String familyName,
            CareYear care,
            @Nullable TaxCertificate certificate) {}

    /**
     * @param certified families with something to certify, or with a certificate
     * @param nothing how many families paid something in the year, and nothing that can be certified
     * @param issued how many certificates are new
     * @param replacing how many of these replace another
     * @param written how many files are new or other than before
     * @param notices ages that are not known, what was given back, letters that no font has
     */
    public record Report(
            List<Certified> certified, int nothing, int issued, int replacing, int written, List<Reason> notices) {}

    private record Found(List<Certified> certified, int nothing, List<Reason> notices) {}

    private final Office office;
    private final CareStore payments;
    private final TaxCertificateStore certificates;

    public TaxCertificates(Office office) {
        this.office = office;
        this.payments = new CareStore(office.database());
        this.certificates = new TaxCertificateStore(office.database());
    }

    /** What would be certified on this day, and the certificates that stand for it. Nothing is issued. */
    public Report list(TaxYear year, @Nullable String family) {
        return office.read(() -> {
            Found found = find(year, idOf(family));
            return new Report(found.certified(), found.nothing(), 0, 0, 0, found.notices());
        });
    }

    /**
     * Issues what is missing, and writes all certificates that stand.
     *
     * @param family null for all
     * @param output null to issue them only
     * @param oneFile whether all go into one file, or each into a file of its own in a folder
     * @throws Refused when the year is not over, the family is unknown, or it has nothing to certify
     */
    public Report print(TaxYear year, @Nullable String family, @Nullable Path output, boolean oneFile) {
        if (!year.isOverOn(office.today())) {
            throw Refused.because("certificate.tax.year-not-over", Integer.toString(year.year()));
        }
        Report issued = office.act("certificate tax", null, journal -> issue(year, family, journal));
        List<TaxCertificate> standing = issued.certified().stream()
                .map(certified -> Objects.requireNonNull(certified.certificate()))
                .toList();
        TaxCertificatePrint print = new TaxCertificatePrint(office);
        int written = output == null ? 0 : oneFile ? print.oneFile(standing, output) : print.folder(standing, output);
        List<Reason> notices = new ArrayList<>(issued.notices());
        notices.addAll(print.notices());
        return new Report(issued.certified(), issued.nothing(), issued.issued(), issued.replacing(), written, notices);
    }

    private @Nullable Long idOf(@Nullable String family) {
        return family == null ? null : (Long) new FamilyCodes(office).idOf(family);
    }

    /**
     * The number of a family's certificate, issued where it is missing. Only inside an act.
     *
     * @throws Refused when the year is not over, or the family has nothing to certify
     */
    String standing(TaxYear year, String family, Journal journal) {
        if (!year.isOverOn(office.today())) {
            throw Refused.because("certificate.tax.too-early", Integer.toString(year.year()));
        }
        Certified certified = issue(year, family, journal).certified().get(0);
        return Objects.requireNonNull(certified.certificate()).number();
    }

    private Report issue(TaxYear year, @Nullable String family, Journal journal) {
        Long familyId = idOf(family);
        Map<Long, TaxCertificate> former = certificates.standing(year, familyId);
        Found found = find(year, familyId);
        if (family != null && found.certified().isEmpty()) {
            throw Refused.because("certificate.tax.nothing", family, Integer.toString(year.year()));
        }
        List<TaxCertificateStore.Issue> issues = issues(year, found, former);
        certificates.insert(issues, journal);
        Map<Long, TaxCertificate> issued = issues.stream()
                .map(TaxCertificateStore.Issue::certificate)
                .collect(Collectors.toMap(TaxCertificate::familyId, Function.identity()));
        FamilyStore families = new FamilyStore(office.database());
        List<Certified> all = found.certified().stream()
                .map(certified -> certified.certificate() != null
                        ? certified
                        : new Certified(
                                certified.familyCode(),
                                certified.familyName(),
                                certified.care(),
                                issued.get(families.familyId(certified.familyCode())
                                        .orElseThrow())))
                .toList();
        int replacing = (int) issues.stream()
                .filter(issue -> issue.certificate().replaces() != null)
                .count();
        return new Report(all, found.nothing(), issues.size(), replacing, 0, found.notices());
    }

    private List<TaxCertificateStore.Issue> issues(TaxYear year, Found found, Map<Long, TaxCertificate> former) {
        List<String> codes = found.certified().stream()
                .filter(certified -> certified.certificate() == null)
                .map(Certified::familyCode)
                .toList();
        OfficeSettings settings = new SetupStore(office.database()).settings();
        Letterhead letterhead = Letterhead.of(settings.letterhead());
        LocalDate today = office.today();
        String prefix = NUMBERS.prefix(settings.code(), today);
        int sequence = certificates.lastSequence(prefix);
        List<TaxCertificateStore.Issue> issues = new ArrayList<>();
        Map<String, CareYear> care = new HashMap<>();
        found.certified().forEach(certified -> care.put(certified.familyCode(), certified.care()));
        FamilyStore families = new FamilyStore(office.database());
        for (String code : codes) {
            StoredFamily family = families.family(code).orElseThrow();
            TaxCertificate replaced = former.get(family.id());
            issues.add(new TaxCertificateStore.Issue(
                    new TaxCertificate(
                            NUMBERS.number(prefix, ++sequence),
                            family.id(),
                            year,
                            today,
                            letterhead,
                            recipient(family),
                            lines(Objects.requireNonNull(care.get(code))),
                            replaced == null ? null : replaced.number()),
                    prefix,
                    sequence));
        }
        return issues;
    }

    static Recipient recipient(StoredFamily stored) {
        String guardian = stored.family().guardian().fullName();
        return new Recipient(
                guardian.isEmpty() ? stored.family().name() : guardian,
                stored.family().address(),
                stored.family().postcode(),
                stored.family().city(),
                stored.family().login());
    }

    private static List<TaxCertificate.Line> lines(CareYear care) {
        return care.certified().stream()
                .map(of -> new TaxCertificate.Line(
                        of.child().id(),
                        of.child().name(),
                        Objects.requireNonNull(of.child().birthOn()),
                        of.paid()))
                .toList();
    }

    private Found find(TaxYear year, @Nullable Long familyId) {
        Map<Long, TaxCertificate> former = certificates.standing(year, familyId);
        List<Certified> certified = new ArrayList<>();
        List<Reason> notices = new ArrayList<>();
        int[] nothing = {0};
        payments.eachPayer(year, familyId, payer -> {
            CareYear care = CareYear.of(year, payer.documents());
            TaxCertificate standing = former.remove(payer.familyId());
            care.ageUnknown().forEach(of -> notices.add(notice("certificate.tax.age-unknown", of, payer.code())));
            care.givenBack().forEach(of -> notices.add(notice("certificate.tax.given-back", of, payer.code())));
            if (care.certified().isEmpty() && standing == null) {
                nothing[0]++;
            } else {
                boolean holds = standing != null && standing.lines().equals(lines(care));
                certified.add(new Certified(payer.code(), payer.name(), care, holds ? standing : null));
            }
        });
        return new Found(certified, nothing[0], notices);
    }

    private static Reason notice(String code, Care care, String family) {
        return Reason.of(code, care.child().code(), care.child().name(), care.paid(), family);
    }
}
