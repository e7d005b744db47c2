package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.ImportFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file to import, and what to do with its bad rows. */
final class ImportOptions {
    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    String file = "";

    @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "import.charset")
    @Nullable
    Charset charset;

    @Option(names = "--skip-rejected", descriptionKey = "import.skip-rejected")
    boolean skipRejected;

    @Option(
            names = {"-o", "--rejected"},
            paramLabel = "FILE",
            descriptionKey = "import.rejected")
    @Nullable
    String rejected;

    @Option(names = "--diff", descriptionKey = "import.diff")
    boolean diff;

    ImportFile read(Desk desk) {
        return new ImportFile(desk.content(file), file, charset, skipRejected ? rejectedFile(desk) : null);
    }

    private Path rejectedFile(Desk desk) {
        if (rejected == null && file.equals("-")) {
            throw Misused.because("import.rejected-where");
        }
        return desk.file(rejectedName());
    }

    /** The name of the file of rejected rows, as it is told. */
    String rejectedName() {
        return rejected == null ? file + ".rejected.csv" : rejected;
    }
}
