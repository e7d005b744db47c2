package fr.perisco.workflow;

import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MailStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows the queue of mails, and what a clerk does by hand with those in it. */
public final class MailQueue {
    /**
     * Which mails, by their numbers or by all that is said besides.
     *
     * @param states empty when numbers are named
     */
    public record Choice(List<Long> ids, Set<MailState> states, MailFilter filter) {
        public Choice {
            ids = List.copyOf(ids);
            states = Set.copyOf(states);
        }
    }

    /**
     * @param changed the mails, as they were before
     * @param unchanged those that are already where they are wanted
     * @param notices what is to be known: that a mail may arrive twice, that a family has no address
     */
    public record Report(List<QueuedMail> changed, List<QueuedMail> unchanged, List<Reason> notices) {
        public Report {
            changed = List.copyOf(changed);
            unchanged = List.copyOf(unchanged);
            notices = List.copyOf(notices);
        }
    }

    private final Office office;
    private final MailStore store;

    public MailQueue(Office office) {
        this.office = office;
        this.store = new MailStore(office.database());
    }

    /**
     * @throws Refused when the family is unknown
     */
    public List<QueuedMail> list(MailFilter filter) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(filter.family());
            return store.list(filter);
        });
    }

    /**
     * Lets mails wait again, to be sent at once, to the family's address of today. One that was sent is refused: it would arrive twice.
     *
     * @throws Refused when a number names no mail, a mail was sent, or a sender is at work
     */
    public Report retry(Choice choice) {
        return SenderTurn.during(office, () -> office.act("mail retry", null, journal -> retry(choice, journal)));
    }

    /**
     * Takes mails out of the queue.
     *
     * @throws Refused when a number names no mail, a mail was sent or may have been, or a sender is at work
     */
    public Report cancel(Choice choice) {
        return SenderTurn.during(office, () -> office.act("mail cancel", null, journal -> cancel(choice, journal)));
    }

    private List<QueuedMail> chosen(Choice choice) {
        new FamilyCodes(office).requireKnown(choice.filter().family());
        if (choice.ids().isEmpty()) {
            return store.list(choice.filter()).stream()
                    .filter(mail -> choice.states().contains(mail.state()))
                    .toList();
        }
        List<QueuedMail> mails = store.byId(choice.ids());
        Set<Long> found = mails.stream().map(QueuedMail::id).collect(Collectors.toSet());
        List<Reason> unknown = choice.ids().stream()
                .filter(id -> !found.contains(id))
                .map(id -> Reason.of("unknown.mail", id))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(unknown);
        }
        return mails;
    }

    private static void refuse(List<QueuedMail> mails, Set<MailState> states, String code) {
        List<Reason> refused = mails.stream()
                .filter(mail -> states.contains(mail.state()))
                .map(mail -> Reason.of(code, mail.id(), mail.familyCode()))
                .toList();
        if (!refused.isEmpty()) {
            throw new Refused(refused);
        }
    }

    private Report retry(Choice choice, Journal journal) {
        List<QueuedMail> mails = chosen(choice);
        refuse(mails, Set.of(MailState.SENT), "mail.sent-already");
        List<QueuedMail> changed = new ArrayList<>();
        List<QueuedMail> unchanged = new ArrayList<>();
        List<Reason> notices = new ArrayList<>();
        FamilyStore families = new FamilyStore(office.database());
        for (QueuedMail mail : mails) {
            if (mail.state() == MailState.WAITING) {
                unchanged.add(mail);
                continue;
            }
            String login = Optional.of(families.family(mail.familyCode()).orElseThrow())
                    .map(stored -> stored.family().login())
                    .orElse("");
            if (login.isEmpty()) {
                notices.add(Reason.of("credential.no-login", mail.familyCode(), mail.familyName()));
                unchanged.add(mail);
                continue;
            }
            boolean uncertain = mail.state() == MailState.UNCERTAIN;
            if (uncertain) {
                notices.add(Reason.of("mail.may-arrive-twice", mail.id(), mail.familyCode()));
            }
            boolean renews = mail.subject().renews() || (uncertain && mail.kind() == MailKind.CREDENTIAL);
            store.requeue(mail, login, renews, office.clock(), journal);
            changed.add(mail);
        }
        return new Report(asTheyStand(changed), unchanged, notices);
    }

    private List<QueuedMail> asTheyStand(List<QueuedMail> mails) {
        return store.byId(mails.stream().map(QueuedMail::id).toList());
    }

    private Report cancel(Choice choice, Journal journal) {
        List<QueuedMail> mails = chosen(choice);
        refuse(mails, Set.of(MailState.SENT, MailState.UNCERTAIN), "mail.gone");
        List<QueuedMail> changed = new ArrayList<>();
        List<QueuedMail> unchanged = new ArrayList<>();
        for (QueuedMail mail : mails) {
            if (mail.state() == MailState.CANCELLED) {
                unchanged.add(mail);
            } else {
                store.cancel(mail, office.clock(), journal);
                changed.add(mail);
            }
        }
        return new Report(asTheyStand(changed), unchanged, List.of());
    }
}
