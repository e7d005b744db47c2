package fr.perisco.torture;

import fr.perisco.PackagedTool;
import fr.perisco.SmallTown;
import fr.perisco.torture.PlainJob.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an office does in a year, upon the first thirty families of the sample town. */
final class Jobs {
    static final List<String> NAMES = List.of(
            "import",
            "booking",
            "weeks",
            "requests",
            "run",
            "letters",
            "references",
            "payments",
            "credit",
            "queue",
            "mail",
            "backup",
            "restore",
            "upgrade");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String OCTOBER = "2016-10-14T09:00";
    private static final String NEXT_WEEK = "2016-12-09T10:00";

    private final Path root;
    private final List<Job> jobs = new ArrayList<>();

    private Jobs(Path root) {
        this.root = root;
    }

    /** Prepares the databases that the jobs start from. */
    static List<Job> prepare(Path root) throws Exception {
        Jobs jobs = new Jobs(root);
        jobs.beforeTheYear();
        jobs.inTheYear();
        jobs.afterTheMonth();
        jobs.atTheMachine();
        return jobs.jobs;
    }

    private void add(String name, String from, String moment, Set<Trait> traits, String... words) {
        jobs.add(new PlainJob(name, root.resolve(from), moment, traits, List.of(words)));
    }

    private void done(String database, String moment, String... words) {
        requireDone(SmallTown.ask(root.resolve(database), moment, words));
    }

    private static void requireDone(SmallTown.Answer answer) {
        if (answer.exit() != 0) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(root.resolve(from), root.resolve(to));
    }

    private String file(String name) {
        return root.resolve(name).toString();
    }

    private void beforeTheYear() throws IOException {
        done("open.db", OCTOBER, "init", "--setup", PackagedTool.sample("setup"));
        SmallTown.book(root.resolve("booked.db"));
        add("import", "open.db", OCTOBER, Set.of(), "import", "families", file("families.csv"));
        copy("open.db", "registered.db");
        done("registered.db", OCTOBER, "import", "families", file("families.csv"));
        done("registered.db", OCTOBER, "import", "registrations", file("registrations.csv"));
        add("weeks", "registered.db", OCTOBER, Set.of(), "import", "weeks", file("weeks.csv"));
    }

    private void inTheYear() throws IOException {
        String[] day = {"E0002", "CANTINE", "REPAS", "2016-12-13"};
        copy("booked.db", "cancelled.db");
        done("cancelled.db", SmallTown.DECEMBER, "reservation", "cancel", day[0], day[1], day[2], day[3]);
        add(
                "booking",
                "cancelled.db",
                SmallTown.DECEMBER,
                Set.of(),
                "reservation",
                "add",
                day[0],
                day[1],
                day[2],
                day[3]);
        Files.writeString(root.resolve("requests.csv"), """
                submitted_at;login;child;activity;unit;date;action
                2016-11-28T10:00;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-12;cancel
                2016-11-28T10:01;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-13;cancel
                2016-11-28T10:02;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-12;add
                2016-11-28T10:03;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-12-14;add
                """);
        copy("booked.db", "asked.db");
        done("asked.db", SmallTown.DECEMBER, "import", "requests", file("requests.csv"));
        add("requests", "asked.db", SmallTown.DECEMBER, Set.of(), "reservation", "process");
    }

    private void afterTheMonth() throws IOException {
        add("run", "booked.db", SmallTown.DECEMBER, Set.of(Trait.CHECKS_THE_FILE), "invoice", "run", "2016-11");
        copy("booked.db", "invoiced.db");
        done("invoiced.db", SmallTown.DECEMBER, "invoice", "run", "2016-11");
        add(
                "letters",
                "invoiced.db",
                NEXT_WEEK,
                Set.of(Trait.ONLY_READS),
                "invoice",
                "pdf",
                "--month",
                "2016-11",
                "-o",
                "letters");
        add(
                "references",
                "invoiced.db",
                NEXT_WEEK,
                Set.of(Trait.ONLY_READS, Trait.SILENT),
                "payment",
                "export",
                "-o",
                "references.csv");
        Files.writeString(root.resolve("payfip.csv"), """
                numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop
                012345;2016;F0516120001;Facture;1350;a@b.example;T;P;3feabd;08122016;2122;op1
                012345;2016;F0516120002;Facture;19130;a@b.example;T;P;3feabd;08122016;2122;op2
                012345;2016;F0516120004;Facture;500;a@b.example;T;P;3feabd;08122016;2122;op3
                012345;2016;F0516120005;Facture;20000;a@b.example;T;P;3feabd;08122016;2122;op4
                """);
        add("payments", "invoiced.db", NEXT_WEEK, Set.of(), "payment", "import", file("payfip.csv"));
        add(
                "credit",
                "invoiced.db",
                NEXT_WEEK,
                Set.of(),
                "invoice",
                "credit",
                "F0516120005",
                "--reason",
                "wrong family");
        jobs.add(new QueueJob(root.resolve("invoiced.db"), NEXT_WEEK));
        copy("invoiced.db", "queued.db");
        Clock clock = Clock.fixed(LocalDateTime.parse(NEXT_WEEK).atZone(PARIS).toInstant(), PARIS);
        requireDone(SmallTown.ask(root.resolve("queued.db"), clock, List.of("invoice", "send", "--month", "2016-11")));
        jobs.add(new MailJob(root.resolve("queued.db"), NEXT_WEEK));
    }

    private void atTheMachine() throws Exception {
        add(
                "backup",
                "invoiced.db",
                NEXT_WEEK,
                Set.of(Trait.ONLY_READS, Trait.CHECKS_THE_FILE),
                "db",
                "backup",
                "copy.db");
        done("invoiced.db", NEXT_WEEK, "db", "backup", file("month.db"));
        add("restore", "booked.db", NEXT_WEEK, Set.of(Trait.REPLACEMENT), "db", "restore", file("month.db"), "--yes");
        OldTown.found(root.resolve("old.db"));
        add("upgrade", "old.db", NEXT_WEEK, Set.of(Trait.UPGRADE, Trait.CHECKS_THE_FILE), "init");
    }
}
