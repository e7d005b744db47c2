package fr.perisco.cli;

import fr.perisco.workflow.ImportFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The file to import, and what to do with its bad rows. */
final class ImportOptions {
    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    String file = "";

    @Mixin
    ImportHandling handling = new ImportHandling();

    ImportFile read(Desk desk) {
        return handling.read(desk, file, handling.rejectedName(file));
    }

    boolean isDetailed() {
        return handling.diff;
    }

    /** The name of the file of rejected rows, as it is told. */
    String rejectedName() {
        return handling.rejectedName(file);
    }
}
