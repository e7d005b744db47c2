package fr.perisco.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every noun with its verbs. Only the command that was named is made: the others would slow the start. */
final class Commands {
    private static final Map<String, Map<String, Function<Desk, Object>>> NOUNS = new LinkedHashMap<>();

    static {
        verb("init", "", InitCommand::new);
        verb("setup", "load", SetupLoadCommand::new);
        verb("setup", "show", SetupShowCommand::new);
        verb("setup", "export", SetupExportCommand::new);
        verb("import", "families", ImportFamiliesCommand::new);
        verb("import", "onde", ImportOndeCommand::new);
        verb("import", "quotients", ImportQuotientsCommand::new);
        verb("import", "registrations", ImportRegistrationsCommand::new);
        verb("import", "weeks", ImportWeeksCommand::new);
        verb("import", "requests", ImportRequestsCommand::new);
        verb("import", "attendance", ImportAttendanceCommand::new);
        verb("import", "template", ImportTemplateCommand::new);
        verb("family", "list", FamilyListCommand::new);
        verb("family", "show", FamilyShowCommand::new);
        verb("family", "move", FamilyMoveCommand::new);
        verb("family", "contact", FamilyContactCommand::new);
        verb("family", "separate", FamilySeparateCommand::new);
        verb("family", "duplicates", FamilyDuplicatesCommand::new);
        verb("family", "merge", FamilyMergeCommand::new);
        verb("family", "hold", FamilyHoldCommand::new);
        verb("family", "release", FamilyReleaseCommand::new);
        verb("family", "export", FamilyExportCommand::new);
        verb("family", "erase", FamilyEraseCommand::new);
        verb("child", "show", ChildShowCommand::new);
        verb("child", "join", ChildJoinCommand::new);
        verb("child", "leave", ChildLeaveCommand::new);
        verb("child", "authorise", ChildAuthoriseCommand::new);
        verb("child", "revoke", ChildRevokeCommand::new);
        verb("child", "health", ChildHealthCommand::new);
        verb("registration", "add", RegistrationAddCommand::new);
        verb("registration", "list", RegistrationListCommand::new);
        verb("registration", "accept", RegistrationAcceptCommand::new);
        verb("registration", "refuse", RegistrationRefuseCommand::new);
        verb("registration", "end", RegistrationEndCommand::new);
        verb("registration", "share", RegistrationShareCommand::new);
        verb("credential", "issue", CredentialIssueCommand::new);
        verb("credential", "send", CredentialSendCommand::new);
        verb("credential", "list", CredentialListCommand::new);
        verb("credential", "reset", CredentialResetCommand::new);
        verb("credential", "change", CredentialChangeCommand::new);
        verb("credential", "check", CredentialCheckCommand::new);
        verb("calendar", "show", CalendarShowCommand::new);
        verb("reservation", "add", ReservationAddCommand::new);
        verb("reservation", "week", ReservationWeekCommand::new);
        verb("reservation", "cancel", ReservationCancelCommand::new);
        verb("reservation", "explain", ReservationExplainCommand::new);
        verb("reservation", "list", ReservationListCommand::new);
        verb("reservation", "process", ReservationProcessCommand::new);
        verb("reservation", "reapply", ReservationReapplyCommand::new);
        verb("waiting", "list", WaitingListCommand::new);
        verb("waiting", "promote", WaitingPromoteCommand::new);
        verb("shuttle", "assign", ShuttleAssignCommand::new);
        verb("shuttle", "remove", ShuttleRemoveCommand::new);
        verb("shuttle", "list", ShuttleListCommand::new);
        verb("shuttle", "children", ShuttleChildrenCommand::new);
        verb("shuttle", "passengers", ShuttlePassengersCommand::new);
        verb("attendance", "record", AttendanceRecordCommand::new);
        verb("deadline", "show", DeadlineShowCommand::new);
        verb("deadline", "explain", DeadlineExplainCommand::new);
        verb("deadline", "table", DeadlineTableCommand::new);
        verb("certificate", "registration", CertificateRegistrationCommand::new);
        verb("certificate", "tax", CertificateTaxCommand::new);
        verb("tariff", "quote", TariffQuoteCommand::new);
        verb("invoice", "check", InvoiceCheckCommand::new);
        verb("invoice", "preview", InvoicePreviewCommand::new);
        verb("invoice", "run", InvoiceRunCommand::new);
        verb("invoice", "list", InvoiceListCommand::new);
        verb("invoice", "show", InvoiceShowCommand::new);
        verb("invoice", "credit", InvoiceCreditCommand::new);
        verb("invoice", "explain", InvoiceExplainCommand::new);
        verb("invoice", "pdf", InvoicePdfCommand::new);
        verb("invoice", "send", InvoiceSendCommand::new);
        verb("invoice", "remind", InvoiceRemindCommand::new);
        verb("invoice", "reminders", InvoiceRemindersCommand::new);
        verb("invoice", "treasury", InvoiceTreasuryCommand::new);
        verb("plan", "add", PlanAddCommand::new);
        verb("plan", "list", PlanListCommand::new);
        verb("plan", "show", PlanShowCommand::new);
        verb("plan", "end", PlanEndCommand::new);
        verb("payment", "add", PaymentAddCommand::new);
        verb("payment", "refund", PaymentRefundCommand::new);
        verb("payment", "bounce", PaymentBounceCommand::new);
        verb("payment", "import", PaymentImportCommand::new);
        verb("payment", "parse-notification", PaymentParseNotificationCommand::new);
        verb("payment", "list", PaymentListCommand::new);
        verb("payment", "receipt", PaymentReceiptCommand::new);
        verb("payment", "journal", PaymentJournalCommand::new);
        verb("payment", "deposit", PaymentDepositCommand::new);
        verb("payment", "deposits", PaymentDepositsCommand::new);
        verb("payment", "missing", PaymentMissingCommand::new);
        verb("payment", "export", PaymentExportCommand::new);
        verb("report", "meals", ReportMealsCommand::new);
        verb("report", "orders", ReportOrdersCommand::new);
        verb("report", "attendance", ReportAttendanceCommand::new);
        verb("report", "vaccines", ReportVaccinesCommand::new);
        verb("report", "month", ReportMonthCommand::new);
        verb("report", "health", ReportHealthCommand::new);
        verb("mail", "send", MailSendCommand::new);
        verb("mail", "queue", MailQueueCommand::new);
        verb("mail", "retry", MailRetryCommand::new);
        verb("mail", "cancel", MailCancelCommand::new);
        verb("audit", "list", AuditListCommand::new);
        verb("db", "verify", DbVerifyCommand::new);
        verb("db", "backup", DbBackupCommand::new);
        verb("db", "retention", DbRetentionCommand::new);
        verb("db", "restore", DbRestoreCommand::new);
        verb("completion", "", CompletionCommand::new);
        verb("man", "", ManCommand::new);
    }

    private Commands() {}

    private static void verb(String noun, String verb, Function<Desk, Object> command) {
        NOUNS.computeIfAbsent(noun, key -> new LinkedHashMap<>()).put(verb, command);
    }

    /**
     * Adds the command that the arguments name, and no other; the noun with all its verbs where the verb is not one of them,
     * and all nouns where none is named, to choose from.
     */
    static void addTo(CommandLine root, Desk desk, String[] args) {
        int at = firstWord(args);
        String noun = at < args.length ? args[at] : "";
        Map<String, Function<Desk, Object>> verbs = NOUNS.get(noun);
        if (verbs == null) {
            NOUNS.keySet().forEach(known -> addNoun(root, desk, known, Map.of()));
            return;
        }
        String verb = at + 1 < args.length ? args[at + 1] : "";
        Function<Desk, Object> named = verbs.get(verb);
        addNoun(root, desk, noun, named == null ? verbs : Map.of(verb, named));
    }

    /** A word that no command or option has, with those that could stand in its place. */
    record WrongWord(String word, Set<String> expected) {}

    /** The first word up to the verb that names nothing; empty where all is known, or what is wrong comes later. */
    static Optional<WrongWord> wrongWord(CommandLine line, String[] args) {
        Map<String, OptionSpec> options = line.getCommandSpec().root().optionsMap();
        int at = firstWord(args);
        for (int i = 0; i < Math.min(at, args.length); i++) {
            String option = args[i].replaceFirst("=.*", "");
            if (option.startsWith("--") && !options.containsKey(option)) {
                return Optional.of(new WrongWord(option, options.keySet()));
            }
            if (GlobalOptions.WITH_VALUE.contains(args[i])) {
                i++;
            }
        }
        if (at >= args.length) {
            return Optional.empty();
        }
        Map<String, Function<Desk, Object>> verbs = NOUNS.get(args[at]);
        if (verbs == null) {
            return Optional.of(new WrongWord(args[at], NOUNS.keySet()));
        }
        boolean isVerbAsked = at + 1 < args.length && !args[at + 1].startsWith("-") && !verbs.containsKey("");
        return isVerbAsked && !verbs.containsKey(args[at + 1])
                ? Optional.of(new WrongWord(args[at + 1], verbs.keySet()))
                : Optional.empty();
    }

    /** Where the first word stands that is neither an option nor an option's value; behind the last one if there is none, or if help is asked for before it. */
    private static int firstWord(String[] args) {
        int at = 0;
        while (at < args.length && args[at].startsWith("-")) {
            if (args[at].equals("-h") || args[at].equals("--help")) {
                return args.length;
            }
            at += GlobalOptions.WITH_VALUE.contains(args[at]) ? 2 : 1;
        }
        return at;
    }

    /** Adds everything, for completion scripts, manual pages and tests. */
    static void addAllTo(CommandLine root, Desk desk) {
        NOUNS.forEach((noun, verbs) -> addNoun(root, desk, noun, verbs));
    }

    private static void addNoun(CommandLine root, Desk desk, String noun, Map<String, Function<Desk, Object>> verbs) {
        Function<Desk, Object> single = verbs.get("");
        CommandLine line =
                single == null ? PeriscoCommand.Noun.line(desk.words()) : new CommandLine(single.apply(desk));
        verbs.forEach((verb, command) -> {
            if (!verb.isEmpty()) {
                line.addSubcommand(verb, new CommandLine(command.apply(desk)));
            }
        });
        root.addSubcommand(noun, line);
    }
}
