package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.CredentialHandout;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.credential.ListedCredential;
import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.CredentialListStore;
import fr.perisco.store.MailStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all the ways in which families were to get passwords: each sheet, and each mail whatever became of it. */
public final class CredentialHistory {
    private static final String PRINTED = "printed";

    /**
     * A sheet or a mail.
     *
     * @param at when the sheet was drawn, or the mail's last change
     * @param to the mail's address; empty for a sheet
     * @param state {@code printed}, or the code of the mail's state
     * @param reply the server's last words; empty for none
     * @param reason why the mail is where it is, where no server said so
     */
    public record Line(
            CredentialFamily family,
            DeliveryChannel channel,
            Instant at,
            String to,
            String state,
            String reply,
            @Nullable Reason reason) {}

    private final Office office;

    public CredentialHistory(Office office) {
        this.office = office;
    }

    /**
     * In the order of the families' codes, the oldest first.
     *
     * @throws Refused when there is no such family or school
     */
    public List<Line> of(CredentialList.Filter filter) {
        return office.read(() -> {
            List<ListedCredential> listed = new CredentialList(office).of(filter);
            Map<Long, List<CredentialHandout>> handouts = new CredentialListStore(office.database()).handouts();
            Map<Long, List<QueuedMail>> mails = new MailStore(office.database())
                    .list(new MailFilter(MailKind.CREDENTIAL, null, null, null, null)).stream()
                            .collect(Collectors.groupingBy(QueuedMail::familyId));
            List<Line> lines = new ArrayList<>();
            for (ListedCredential one : listed) {
                CredentialFamily family = one.family();
                lines.addAll(lines(
                        family,
                        handouts.getOrDefault(family.id(), List.of()),
                        mails.getOrDefault(family.id(), List.of())));
            }
            return lines;
        });
    }

    private static List<Line> lines(CredentialFamily family, List<CredentialHandout> handouts, List<QueuedMail> mails) {
        List<Line> lines = new ArrayList<>();
        for (CredentialHandout handout : handouts) {
            if (handout.channel() == DeliveryChannel.SHEET) {
                lines.add(new Line(family, DeliveryChannel.SHEET, handout.at(), "", PRINTED, "", null));
            }
        }
        for (QueuedMail mail : mails) {
            lines.add(new Line(
                    family,
                    DeliveryChannel.MAIL,
                    mail.updatedAt(),
                    mail.recipient(),
                    mail.state().code(),
                    mail.reply(),
                    mail.reason()));
        }
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }
}
