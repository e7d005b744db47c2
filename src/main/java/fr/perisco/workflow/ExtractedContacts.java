package fr.perisco.workflow;

import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.family.PhoneKey;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.store.ExtractedContactStore.Contact;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyRegister.KnownFamily;
import fr.perisco.workflow.ImportReport.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes over addresses, e-mails and phones of known guardians where the office has none, or where its own is what an extraction said
 * before. Anything else stays and is told; a login above all.
 */
final class ExtractedContacts {
    private final Map<Contact, String> before;
    private final Set<String> logins = new HashSet<>();
    private final Map<Long, Family> families = new LinkedHashMap<>();
    private final Map<Contact, String> taken = new LinkedHashMap<>();
    private final Set<Contact> judged = new HashSet<>();
    private final List<Difference> differing = new ArrayList<>();
    private final Map<Long, KnownFamily> known = new HashMap<>();

    /**
     * @param before what extractions said last
     */
    ExtractedContacts(FamilyRegister register, Map<Contact, String> before) {
        this.before = before;
        for (KnownFamily family : register.families().values()) {
            known.put(family.id(), family);
            logins.add(family.family().login());
        }
    }

    /** Remembers what a new family was made from. */
    void made(long familyId, Family family) {
        logins.add(family.login());
        take(new Contact(familyId, "address"), address(family.address(), family.postcode(), family.city()));
        take(new Contact(familyId, "guardian_email"), family.guardian().email());
        take(new Contact(familyId, "guardian_phone"), family.guardian().phone());
        Guardian second = family.second();
        if (second != null) {
            take(new Contact(familyId, "guardian2_email"), second.email());
            take(new Contact(familyId, "guardian2_phone"), second.phone());
        }
    }

    private void take(Contact contact, String value) {
        if (!value.isEmpty()) {
            taken.put(contact, value);
        }
    }

    /** The guardian of a family whom a row names; null when it names none of them. */
    static @Nullable Guardian named(Family family, NamedGuardian row) {
        for (Guardian guardian : guardians(family)) {
            if (isNamed(guardian, row) || (!row.email().isEmpty() && row.email().equalsIgnoreCase(guardian.email()))) {
                return guardian;
            }
        }
        return null;
    }

    /** Whether a family has a guardian of the row's name; the e-mail does not count. */
    static boolean isNamed(Family family, NamedGuardian row) {
        return guardians(family).stream().anyMatch(guardian -> isNamed(guardian, row));
    }

    static boolean isNamed(Guardian guardian, NamedGuardian row) {
        String name = NameKey.of(guardian.lastName(), guardian.firstName());
        return name.equals(NameKey.of(row.lastName(), row.firstName()))
                || name.equals(NameKey.of(row.usageName(), row.firstName()));
    }

    private static List<Guardian> guardians(Family family) {
        Guardian second = family.second();
        return second == null ? List.of(family.guardian()) : List.of(family.guardian(), second);
    }

    /** Judges what a guardian's row says of a family that is known. */
    void add(long familyId, NamedGuardian row) {
        KnownFamily stored = known.get(familyId);
        if (stored == null) {
            return;
        }
        Family family = families.getOrDefault(familyId, stored.family());
        Guardian guardian = named(family, row);
        if (guardian == null) {
            return;
        }
        String prefix = guardian.rank() == 1 ? "guardian_" : "guardian2_";
        String code = family.code();
        if (guardian.rank() == 1 && !row.address().isEmpty()) {
            String address = address(row.address(), row.postcode(), row.city());
            String ours = address(family.address(), family.postcode(), family.city());
            if (replaces(familyId, code, "address", ours, address, NameKey::of, true)) {
                family = family.at(row.address(), row.postcode(), row.city());
            }
        }
        boolean freeLogin =
                guardian.rank() == 2 || (guardian.email().isEmpty() && !logins.contains(asEmail(row.email())));
        if (replaces(
                familyId,
                code,
                prefix + "email",
                guardian.email(),
                row.email(),
                ExtractedContacts::asEmail,
                freeLogin)) {
            guardian = guardian.reachedAt(row.email(), guardian.phone());
            logins.add(guardian.rank() == 1 ? asEmail(row.email()) : "");
        }
        if (replaces(familyId, code, prefix + "phone", guardian.phone(), row.phone(), PhoneKey::of, true)) {
            guardian = guardian.reachedAt(guardian.email(), row.phone());
        }
        family = guardian.rank() == 1
                ? family.withGuardians(guardian, family.second())
                : family.withGuardians(family.guardian(), guardian);
        if (!family.equals(stored.family())) {
            families.put(familyId, family);
        }
    }

    /**
     * Whether the file's value takes the place of the office's. The first row of a field is the one that counts.
     *
     * @param allowed whether it may at all
     */
    private boolean replaces(
            long familyId,
            String code,
            String field,
            String ours,
            String theirs,
            UnaryOperator<String> reading,
            boolean allowed) {
        Contact contact = new Contact(familyId, field);
        if (theirs.isEmpty() || !judged.add(contact) || reading.apply(ours).equals(reading.apply(theirs))) {
            return false;
        }
        if (allowed && (ours.isEmpty() || ours.equals(before.get(contact)))) {
            taken.put(contact, theirs);
            return true;
        }
        differing.add(new Difference(
                Difference.DIFFERS, "family", code, field, ours.replace("\n", ", "), theirs.replace("\n", ", ")));
        return false;
    }

    private static String asEmail(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String address(String street, String postcode, String city) {
        BinaryOperator<String> joined = (one, other) -> one.isEmpty() && other.isEmpty() ? "" : one + "\n" + other;
        return joined.apply(street, joined.apply(postcode, city));
    }

    /** The families that change, by their keys. */
    Map<Long, Family> families() {
        return families;
    }

    List<FieldChange> changesOf(long familyId, Family family) {
        KnownFamily stored = known.get(familyId);
        return stored == null ? List.of() : family.changesSince(stored.family());
    }

    /** What the files said of contacts that were taken over. */
    Map<Contact, String> taken() {
        return taken;
    }

    /** What the files say otherwise, and was not taken over. */
    List<Difference> differing() {
        return differing;
    }
}
