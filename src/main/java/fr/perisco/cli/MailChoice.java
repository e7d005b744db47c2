package fr.perisco.cli;

import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.MailQueue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which mails a clerk means: by their numbers, or by their state. */
final class MailChoice {
    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "mail.option.id")
    List<Long> ids = List.of();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "mail.option.kind")
    @Nullable
    MailKind kind;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    /**
     * @param states that the options name
     * @throws Misused when neither numbers nor states are named, or both
     */
    MailQueue.Choice of(Set<MailState> states, String options) {
        if (ids.isEmpty() == states.isEmpty()) {
            throw Misused.because("mail.id-or-state", options);
        }
        if (!ids.isEmpty() && (kind != null || family != null)) {
            throw Misused.because("usage.exclusive", "ID " + (kind == null ? "--family" : "--kind"));
        }
        return new MailQueue.Choice(ids, states, new MailFilter(kind, family, null, null, null));
    }
}
