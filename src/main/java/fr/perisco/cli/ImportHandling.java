package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.ImportFile;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files are read that are imported, and what becomes of their bad rows. */
final class ImportHandling {
    private static final String REJECTED = ".rejected.csv";

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

    /**
     * @param rejectedName where its rejected rows go, when they are set aside
     */
    ImportFile read(Desk desk, String file, String rejectedName) {
        if (rejected != null && !skipRejected) {
            throw Misused.because("import.rejected-alone");
        }
        return new ImportFile(
                desk.content(file),
                file,
                charset,
                skipRejected ? desk.kept(rejectedName) : null,
                kept -> desk.warn("import.rejected-kept", rejectedName, String.valueOf(kept.getFileName())));
    }

    /** The name of the file of rejected rows, as it is told. */
    String rejectedName(String file) {
        if (rejected == null && file.equals("-") && skipRejected) {
            throw Misused.because("import.rejected-where");
        }
        return rejected == null ? beside(file) : rejected;
    }

    /**
     * The name of the file of rejected rows of a second file: beside the first one's where that was named.
     *
     * @param kind what the second file holds
     */
    String rejectedName(String file, String kind) {
        String named = rejected;
        if (named == null) {
            return rejectedName(file);
        }
        String end = named.toLowerCase(Locale.ROOT).endsWith(".csv") ? named.substring(named.length() - 4) : "";
        return named.substring(0, named.length() - end.length()) + "." + kind + (end.isEmpty() ? ".csv" : end);
    }

    /** Where rejected rows go when nothing else is said. */
    private static String beside(String file) {
        return file + REJECTED;
    }

    /** Whether a file bears the name of rejected rows: they are a part of a file, and what is not among them has not vanished. */
    static boolean isOfRejectedRows(String file) {
        return file.endsWith(REJECTED);
    }
}
