package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --yes}, and the question that it answers: asked of a person at a terminal, and of nobody else. */
final class Confirmation {
    private static final Set<String> AGREEING = Set.of("y", "yes", "o", "oui");

    @Option(names = "--yes", descriptionKey = "option.yes")
    private boolean given;

    boolean isGiven() {
        return given;
    }

    /**
     * Goes on when the answer is yes; a rehearsal has nothing to ask.
     *
     * @throws Misused when nobody can be asked
     * @throws Refused when the answer is anything but yes
     */
    void require(Desk desk, DryRun dryRun, Reason question) {
        if (given) {
            return;
        }
        if (!desk.surroundings().answering()) {
            throw Misused.because("confirm.needs-yes", question);
        }
        if (!dryRun.isSet() && !agrees(desk, question)) {
            throw Refused.because("confirm.declined");
        }
    }

    private static boolean agrees(Desk desk, Reason question) {
        PrintStream err = desk.surroundings().err();
        err.print(desk.words().say("confirm.question", question) + " ");
        err.flush();
        try {
            @Nullable
            String answer = new BufferedReader(
                            new InputStreamReader(desk.surroundings().in(), StandardCharsets.UTF_8))
                    .readLine();
            return answer != null && AGREEING.contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
