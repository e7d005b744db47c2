package fr.perisco.workflow;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.School;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.OfficeHead;
import fr.perisco.exchange.pdf.Recipient;
import fr.perisco.exchange.pdf.RegistrationCertificate;
import fr.perisco.exchange.pdf.RegistrationCertificate.Place;
import fr.perisco.exchange.pdf.RegistrationCertificatePdf;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints what certifies to a family that its children are registered. */
public final class RegistrationCertificates {
    /**
     * For whom, and of what.
     *
     * @param child null for all children of the family
     * @param family whose registrations are certified, those that it pays; null for the child's only one
     * @param activity null for all
     * @param year null for the school year of today
     */
    public record Order(
            @Nullable String child,
            @Nullable String family,
            @Nullable String activity,
            @Nullable SchoolYear year) {}

    /**
     * @param certificates how many the file holds
     * @param written whether the file is new or other than before
     * @param missingCharacters that no font has, such as {@code U+0634}; usually empty
     */
    public record Report(int certificates, boolean written, String missingCharacters) {}

    private final Office office;

    public RegistrationCertificates(Office office) {
        this.office = office;
    }

    /**
     * Writes one file.
     *
     * @throws Refused when a code is unknown, when a child has several families and none is named, or when there is no
     *     accepted registration to certify
     */
    public Report print(Order order, Path file) {
        List<RegistrationCertificate> certificates = office.read(() -> certificates(order, office.today()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MissingCharacters missing = new RegistrationCertificatePdf().write(certificates, bytes);
            return new Report(
                    certificates.size(), PrintedFile.put(office, file, bytes.toByteArray()), missing.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What an order certifies.
     *
     * @param day of the certificates
     * @throws Refused as when it is printed
     */
    List<RegistrationCertificate> certificates(Order order, LocalDate day) {
        FamilyStore families = new FamilyStore(office.database());
        SetupStore setup = new SetupStore(office.database());
        if (order.activity() != null) {
            Activities.find(setup, order.activity());
        }
        StoredFamily family = family(order, families);
        SchoolYear year = order.year() == null ? SchoolYear.of(day) : order.year();
        Map<String, String> schools = setup.schools().stream().collect(Collectors.toMap(School::code, School::name));
        Map<String, String> services = new HashMap<>();
        setup.activities().forEach(activity -> services.put(activity.code(), activity.service()));
        OfficeHead head = InvoiceDocuments.head(setup.settings());
        List<RegistrationCertificate> certificates = children(order, family, families).stream()
                .flatMap(child -> {
                    List<Place> places = places(child, family.family(), order, year, services);
                    return places.isEmpty()
                            ? Stream.empty()
                            : Stream.of(certificate(head, family.family(), child, schools, year, places, day));
                })
                .toList();
        if (certificates.isEmpty()) {
            throw Refused.because(
                    "certificate.nothing",
                    order.child() == null ? family.family().code() : order.child(),
                    year.toString());
        }
        return certificates;
    }

    /**
     * The family that an order is for.
     *
     * @throws Refused when it is unknown, or not told which of several
     */
    Family family(Order order) {
        return family(order, new FamilyStore(office.database())).family();
    }

    private StoredFamily family(Order order, FamilyStore families) {
        if (order.child() == null) {
            String code = order.family() == null ? "" : order.family();
            return families.family(code).orElseThrow(() -> Refused.because("unknown.family", code));
        }
        String child = order.child();
        Child known = families.child(child).orElseThrow(() -> Refused.because("unknown.child", child));
        List<StoredFamily> own = families.familiesOf(known.id());
        Set<Long> current = new RollStore(office.database())
                .familiesOf(known.id(), office.today())
                .keySet();
        List<StoredFamily> meant = own.stream()
                .filter(stored -> order.family() == null
                        ? current.contains(stored.id())
                        : stored.family().code().equals(order.family()))
                .toList();
        if (meant.size() != 1) {
            String codes = own.stream().map(stored -> stored.family().code()).collect(Collectors.joining(", "));
            throw new Refused(List.of(
                    order.family() == null
                            ? Reason.of("certificate.which-family", child, codes)
                            : Reason.of("registration.not-its-family", order.family(), child, codes)));
        }
        return meant.get(0);
    }

    private static List<SchooledChild> children(Order order, StoredFamily family, FamilyStore families) {
        return order.child() == null
                ? families.childrenOf(family.id())
                : List.of(families.schooledChild(order.child()).orElseThrow());
    }

    private List<Place> places(
            SchooledChild child, Family family, Order order, SchoolYear year, Map<String, String> services) {
        return new RegistrationStore(office.database())
                        .named(child.child().code(), family.code(), order.activity(), RegistrationState.ACCEPTED.code())
                        .stream()
                        .filter(named -> named.registration().overlaps(year.firstDay(), year.lastDay()))
                        .map(named -> place(named, services))
                        .toList();
    }

    private static Place place(Named named, Map<String, String> services) {
        Registration registration = named.registration();
        return new Place(
                named.label(), services.getOrDefault(named.activity(), ""), registration.from(), registration.to());
    }

    private RegistrationCertificate certificate(
            OfficeHead head,
            Family family,
            SchooledChild child,
            Map<String, String> schools,
            SchoolYear year,
            List<Place> places,
            LocalDate day) {
        Schooling schooling = child.schoolings().on(day);
        String school = Stream.of(schools.getOrDefault(schooling.school(), ""), schooling.schoolClass())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new RegistrationCertificate(
                head,
                new Recipient(
                        List.of(family.guardian().fullName()),
                        List.of(family.address()),
                        family.postcode(),
                        family.city()),
                child.child().fullName(),
                child.child().sex(),
                Optional.ofNullable(child.child().birthOn()),
                schooling.school().isEmpty() ? "" : school,
                year.toString(),
                places,
                day);
    }
}
