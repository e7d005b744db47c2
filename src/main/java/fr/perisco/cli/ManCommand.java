package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.NearWords;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes manual pages. */
@Command
final class ManCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "COMMAND", arity = "0..2", descriptionKey = "perisco.man.COMMAND")
    List<String> command = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "perisco.man.output")
    @Nullable
    String output;

    ManCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        CommandTree tree = CommandTree.of(desk);
        ManualPage page = new ManualPage(desk.words());
        if (output == null) {
            desk.out().print(page.of(named(tree)));
        } else if (command.isEmpty()) {
            writeAll(tree, page, desk.output(output));
        } else {
            throw Misused.because("man.unasked");
        }
        return ExitCode.OK;
    }

    private CommandSpec named(CommandTree tree) {
        return tree.commands().stream()
                .filter(spec -> CommandTree.path(spec).equals(command))
                .findFirst()
                .orElseThrow(() -> unknown(tree, String.join(" ", command)));
    }

    private static Misused unknown(CommandTree tree, String written) {
        List<String> meant = NearWords.of(
                written,
                tree.commands().stream()
                        .map(spec -> String.join(" ", CommandTree.path(spec)))
                        .toList());
        return meant.isEmpty()
                ? Misused.because("man.unknown", written)
                : Misused.because("man.meant", written, String.join(", ", meant));
    }

    private void writeAll(CommandTree tree, ManualPage page, Path folder) {
        int written = 0;
        for (CommandSpec spec : tree.commands()) {
            written += write(folder.resolve(ManualPage.name(spec) + ".1"), page.of(spec)) ? 1 : 0;
        }
        desk.say("man.written", written, tree.commands().size() - written, String.valueOf(output));
    }

    /** Pages are for everybody on the machine, unlike what the office writes about families. */
    private static boolean write(Path file, String page) {
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            Files.createDirectories(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            return true;
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }
}
