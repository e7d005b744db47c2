package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.CredentialPlan;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.Journal;
import fr.perisco.store.MailStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Queues mails that bring families their passwords. Nothing secret is queued: a password is drawn when its mail is sent, and drawn
 * again when the mail is sent again.
 */
public final class CredentialMailing {
    /**
     * @param families the codes of the only families to serve; empty for all
     * @param all whether families that have a password get another one
     */
    public record Order(List<String> families, boolean all) {
        public Order {
            families = List.copyOf(families);
        }
    }

    /**
     * @param plan who is served and who is not
     * @param waiting the numbers of the mails that were to be sent already to those to be served
     * @param queued the numbers of the new mails
     */
    public record Report(CredentialPlan plan, List<Long> waiting, List<Long> queued) {
        public Report {
            waiting = List.copyOf(waiting);
            queued = List.copyOf(queued);
        }

        /** All that is to be sent, so that a call that was cut short is finished by the same call. */
        public List<Long> toSend() {
            return Stream.concat(waiting.stream(), queued.stream()).toList();
        }
    }

    private final Office office;

    public CredentialMailing(Office office) {
        this.office = office;
    }

    /**
     * Who would be served now.
     *
     * @throws Refused when a code names no family
     */
    public CredentialPlan plan(Order order) {
        return office.read(() -> new CredentialRoll(office).plan(order.families(), order.all()));
    }

    /**
     * Queues a mail for each family to be served that has none waiting.
     *
     * @throws Refused when a code names no family, or the setup does not say who mails come from
     */
    public Report queue(Order order) {
        return office.act("credential send", null, journal -> queue(order, journal));
    }

    private Report queue(Order order, Journal journal) {
        MailIdentity.of(office);
        CredentialPlan plan = plan(order);
        Map<Long, Long> toSend = new MailStore(office.database()).toSendByFamily(MailKind.CREDENTIAL);
        List<CredentialFamily> fresh = plan.toServe().stream()
                .filter(family -> !toSend.containsKey(family.id()))
                .toList();
        List<Long> waiting = plan.toServe().stream()
                .map(family -> toSend.get(family.id()))
                .filter(Objects::nonNull)
                .toList();
        MailQueueing queueing = new MailQueueing(office);
        fresh.forEach(family ->
                queueing.add(MailKind.CREDENTIAL, family.code(), MailSubject.ofCredential(family.hasPassword())));
        return new Report(plan, waiting, queueing.queue(journal));
    }
}
