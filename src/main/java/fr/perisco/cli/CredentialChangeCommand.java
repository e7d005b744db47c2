package fr.perisco.cli;

import fr.perisco.domain.credential.LoginVerdict;
import fr.perisco.domain.reason.Refused;
import fr.perisco.workflow.CredentialChange;
import fr.perisco.workflow.CredentialCheck;
import fr.perisco.workflow.Office;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Changes the password of a login for one that the family chose. */
@Command
final class CredentialChangeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "arg.login")
    String login = "";

    @Mixin
    DryRun dryRun = new DryRun();

    CredentialChangeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        PasswordInput input = new PasswordInput(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            char[] former = input.read("credential.change.former");
            try {
                requireRight(new CredentialCheck(office).check(login, CharBuffer.wrap(former)));
                change(office, CharBuffer.wrap(former), input);
            } finally {
                Arrays.fill(former, '\0');
            }
        }
        return ExitCode.OK;
    }

    private static void requireRight(CredentialCheck.Answer answer) {
        if (answer.verdict() == LoginVerdict.LOCKED) {
            throw Refused.because("credential.check.locked", "", CredentialCheckCommand.until(answer));
        }
        if (!answer.verdict().isRight()) {
            throw Refused.because("credential.wrong");
        }
    }

    private void change(Office office, CharBuffer former, PasswordInput input) {
        char[] wanted = input.read("credential.change.wanted");
        try {
            char[] again = input.read("credential.change.again");
            boolean same = Arrays.equals(wanted, again);
            Arrays.fill(again, '\0');
            if (!same) {
                throw Refused.because("credential.change.differs");
            }
            String family = new CredentialChange(office, desk.random()).change(login, former, CharBuffer.wrap(wanted));
            desk.say(dryRun.isSet() ? "credential.change.would" : "credential.change.done", family);
        } finally {
            Arrays.fill(wanted, '\0');
        }
    }
}
