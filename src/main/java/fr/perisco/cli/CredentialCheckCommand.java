package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.CredentialCheck;
import fr.perisco.workflow.Office;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells a portal whether a login and a password belong together. */
@Command
final class CredentialCheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "LOGIN", descriptionKey = "arg.login")
    String login = "";

    CredentialCheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            char[] password = new PasswordInput(desk).read("credential.check.prompt");
            try {
                return tell(new CredentialCheck(office).check(login, CharBuffer.wrap(password)));
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    /** Until when the login is locked; empty where it is not. */
    static Object until(CredentialCheck.Answer answer) {
        return Objects.requireNonNullElse(MailTables.moment(answer.lockedUntil()), "");
    }

    private int tell(CredentialCheck.Answer answer) {
        String verdict = answer.verdict().code();
        if (desk.isTable()) {
            desk.say("credential.check." + verdict, answer.family(), until(answer));
        } else {
            Table table = Table.of("answer", "family", "locked_until");
            table.row(verdict, answer.family(), MailTables.moment(answer.lockedUntil()));
            desk.print(table);
        }
        return verdict.equals("ok") ? ExitCode.OK : ExitCode.REFUSED;
    }
}
