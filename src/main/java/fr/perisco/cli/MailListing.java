package fr.perisco.cli;

import picocli.CommandLine.Option;

/** Which of the mails that were taken up are listed at the terminal. */
final class MailListing {
    @Option(names = "--verbose", descriptionKey = "mail.option.verbose")
    boolean verbose;
}
