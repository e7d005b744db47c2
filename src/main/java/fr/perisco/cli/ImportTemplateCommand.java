package fr.perisco.cli;

import fr.perisco.domain.reason.Refused;
import fr.perisco.workflow.ImportTemplate;
import fr.perisco.workflow.ImportTemplate.Field;
import fr.perisco.workflow.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an empty file to fill in, with a remark on each of its columns. */
@Command
final class ImportTemplateCommand implements Callable<Integer> {
    /** What spreadsheets know UTF-8 by. */
    private static final String MARK = "\ufeff";

    private final Desk desk;

    @Parameters(paramLabel = "KIND", descriptionKey = "perisco.import.template.kind")
    ImportTemplate kind = ImportTemplate.families;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    @Nullable
    String output;

    ImportTemplateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String lines = lines();
        if (output == null || output.equals("-")) {
            desk.out().print(lines);
        } else {
            Path file = desk.output(output);
            if (Files.exists(file)) {
                throw Refused.because("file.exists", output);
            }
            byte[] content = (MARK + lines).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(file, out -> WholeFile.put(out, content));
            desk.say("template.written", output);
        }
        return ExitCode.OK;
    }

    private String lines() {
        boolean french = desk.words().isFrench() && !kind.isExtracted();
        StringBuilder lines = new StringBuilder(about());
        for (Field column : kind.fields()) {
            lines.append(desk.words()
                            .say(
                                    "template.line",
                                    name(column, french),
                                    desk.words().say(need(column)),
                                    remark(column)))
                    .append('\n');
        }
        return lines.append(kind.fields().stream()
                        .map(column -> name(column, french))
                        .collect(Collectors.joining(";")))
                .append('\n')
                .toString();
    }

    private static String name(Field column, boolean french) {
        return french ? column.french() : column.name();
    }

    private String need(Field column) {
        if (column.filled()) {
            return "template.filled";
        }
        if (!column.required()) {
            return "template.optional";
        }
        return kind.isExtracted() ? "template.required" : "template.required-cell-may-be-empty";
    }

    /** What is to be known of the whole file. */
    private String about() {
        String about = "template." + kind + ".about";
        return desk.words().has(about)
                ? desk.words()
                        .say(about)
                        .lines()
                        .map(line -> "# " + line + "\n")
                        .collect(Collectors.joining())
                : "";
    }

    /** What a column of this file holds; else what it holds in every file. */
    private String remark(Field column) {
        String own = "template." + kind + "." + column.key();
        String remark = desk.words().say(desk.words().has(own) ? own : "template.column." + column.key());
        return kind.isExtracted() && !column.french().equals(column.name())
                ? remark + desk.words().say("template.also", column.french())
                : remark;
    }
}
