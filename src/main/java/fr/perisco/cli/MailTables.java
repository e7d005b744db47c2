package fr.perisco.cli;

import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.InvoiceMailing;
import fr.perisco.workflow.MailSending;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How mails are listed. */
final class MailTables {

    private MailTables() {}

    static Table queue(Desk desk, List<QueuedMail> mails) {
        Table table = Table.of(
                "id",
                "kind",
                "family",
                "to",
                "state",
                "attempts",
                "reply",
                "updated_at",
                "document",
                "family_name",
                "queued_at",
                "next_attempt_at");
        mails.forEach(mail -> table.row(
                mail.id(),
                mail.kind().code(),
                mail.familyCode(),
                mail.recipient(),
                mail.state().code(),
                mail.attempts(),
                reply(desk, mail.reply(), mail.reason()),
                moment(mail.updatedAt()),
                mail.subject().document(),
                mail.familyName(),
                moment(mail.queuedAt()),
                moment(mail.nextAttemptAt())));
        return table.totals(mails.size(), "", "", "", "", null, "", null, "", "", null, null);
    }

    static Table sent(Desk desk, List<MailSending.Line> lines) {
        Table table = Table.of("id", "kind", "family", "to", "state", "reply");
        lines.forEach(line -> table.row(
                line.mail().id(),
                line.mail().kind().code(),
                line.mail().familyCode(),
                line.mail().recipient(),
                line.state().code(),
                reply(desk, line.delivery().reply(), line.delivery().reason())));
        return table.totals(lines.size(), "", "", "", "", "");
    }

    static Table invoices(Desk desk, List<InvoiceMailing.Line> lines) {
        Table table = Table.of("number", "family", "to", "mail", "new", "state", "reply");
        lines.forEach(line -> table.row(
                line.number(),
                line.family(),
                line.to(),
                line.mail() == 0 ? null : line.mail(),
                line.isNew() ? "yes" : "no",
                line.state().code(),
                reply(desk, line.reply(), line.reason())));
        return table.totals(lines.size(), "", "", null, "", "", "");
    }

    /** What the server said, or why nobody asked it. */
    static String reply(Desk desk, String reply, @Nullable Reason reason) {
        return reply.isEmpty() && reason != null ? desk.words().say(reason) : reply;
    }

    /** A real moment in Paris; null stays null. */
    static @Nullable LocalDateTime moment(@Nullable Instant instant) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, ParisTime.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }
}
