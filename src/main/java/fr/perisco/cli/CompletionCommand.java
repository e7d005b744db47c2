package fr.perisco.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the script by which a shell completes commands. */
@Command
final class CompletionCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "perisco.completion.shell")
    CompletionScript shell = CompletionScript.BASH;

    CompletionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.out().print(shell.of(new CompletionWords(CommandTree.of(desk))));
        return ExitCode.OK;
    }
}
