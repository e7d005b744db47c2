package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.CredentialHandout;
import fr.perisco.domain.credential.CredentialState;
import fr.perisco.domain.credential.ListedCredential;
import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.CredentialListStore;
import fr.perisco.store.CredentialListStore.Standing;
import fr.perisco.store.MailStore;
import fr.perisco.store.SetupStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how far families are with their passwords: who has none, and what became of the others. */
public final class CredentialList {
    /**
     * Which families; null for all.
     *
     * @param school only families with a child that goes to this school today
     */
    public record Filter(
            @Nullable String family,
            @Nullable String school,
            @Nullable CredentialState state) {}

    private final Office office;

    public CredentialList(Office office) {
        this.office = office;
    }

    /**
     * In the order of the families' codes.
     *
     * @throws Refused when there is no such family or school
     */
    public List<ListedCredential> of(Filter filter) {
        return office.read(() -> {
            Schools.requireKnown(new SetupStore(office.database()), filter.school());
            CredentialListStore store = new CredentialListStore(office.database());
            Map<Long, Standing> standings = store.standings();
            Map<Long, List<CredentialHandout>> handouts = store.handouts();
            Map<Long, QueuedMail> mails = mails();
            return new CredentialRoll(office)
                    .families(filter.family() == null ? List.of() : List.of(filter.family())).stream()
                            .filter(family -> isAt(family, filter.school()))
                            .map(family -> listed(
                                    family,
                                    standings.get(family.id()),
                                    last(handouts.get(family.id())),
                                    mails.get(family.id())))
                            .filter(listed -> filter.state() == null || filter.state() == listed.state())
                            .sorted(Comparator.comparing(
                                    listed -> listed.family().code()))
                            .toList();
        });
    }

    private static boolean isAt(CredentialFamily family, @Nullable String school) {
        return school == null
                || family.pupils().stream().anyMatch(pupil -> pupil.schoolCode().equals(school));
    }

    private static @Nullable CredentialHandout last(@Nullable List<CredentialHandout> handouts) {
        return handouts == null ? null : handouts.get(handouts.size() - 1);
    }

    private Map<Long, QueuedMail> mails() {
        Map<Long, QueuedMail> last = new HashMap<>();
        for (QueuedMail mail :
                new MailStore(office.database()).list(new MailFilter(MailKind.CREDENTIAL, null, null, null, null))) {
            last.merge(mail.familyId(), mail, (one, other) -> one.id() > other.id() ? one : other);
        }
        return last;
    }

    private ListedCredential listed(
            CredentialFamily family,
            @Nullable Standing standing,
            @Nullable CredentialHandout handout,
            @Nullable QueuedMail mail) {
        CredentialState state = state(standing);
        Instant until = standing == null || state != CredentialState.LOCKED
                ? null
                : standing.attempts().lockedUntil();
        return new ListedCredential(
                family,
                state,
                until,
                handout,
                mail == null ? "" : mail.state().code(),
                mail == null ? "" : mail.reply());
    }

    private CredentialState state(@Nullable Standing standing) {
        if (standing == null) {
            return CredentialState.NONE;
        }
        if (standing.attempts().isLocked(office.clock())) {
            return CredentialState.LOCKED;
        }
        return standing.temporary() ? CredentialState.ISSUED : CredentialState.CHANGED;
    }
}
