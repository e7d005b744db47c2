package fr.perisco.cli;

import picocli.CommandLine.Option;

/** Which of the mails that were taken up are listed at the terminal. */
final class MailListing {
    @Option(names = "--verbose", descriptionKey = "mail.option.verbose")
    boolean verbose;

    /** Whether all are listed: to scripts always, and in a rehearsal, which sets none aside. */
    static boolean isOfAll(Desk desk, boolean verbose) {
        return verbose || !desk.isTable() || desk.hasRehearsed();
    }
}
