package fr.perisco.cli;

import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.office.DatabaseAddress.OnServer;
import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.DatabaseCheck;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WholeFile;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Where a command works: it opens the office, and speaks to the person or script that called. */
final class Desk {
    private static final int LARGEST_FILE = 64 << 20;

    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final Words words;
    private final Set<Path> inUse = new HashSet<>();
    private boolean rehearsed;
    private boolean takenBack;

    @Nullable
    private Office opened;

    Desk(Surroundings surroundings, GlobalOptions options, Words words) {
        this.surroundings = surroundings;
        this.options = options;
        this.words = words;
    }

    Words words() {
        return words;
    }

    GlobalOptions options() {
        return options;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The database that the command line, the environment or the working folder names. */
    DatabaseAddress database() {
        String named = options.database()
                .or(() -> Optional.ofNullable(surroundings.environment().get("PERISCO_DB")))
                .filter(name -> !name.isBlank())
                .orElse("perisco.db");
        return database(named);
    }

    /** A database as it is named. */
    DatabaseAddress database(String named) {
        if (named.startsWith("jdbc:sqlite:")) {
            return DatabaseAddress.of(file(named.substring("jdbc:sqlite:".length())));
        }
        if (named.startsWith(OnServer.PREFIX)) {
            return OnServer.of(named, surroundings.environment(), surroundings.folder());
        }
        if (named.startsWith("jdbc:")) {
            OnServer.requireNoSecret(named);
            throw Misused.because("database.engine", named);
        }
        return DatabaseAddress.of(file(named));
    }

    /**
     * The same, for what is done with files only.
     *
     * @throws Refused when it is on a server, with what is done there instead
     */
    Path databaseFile() {
        DatabaseAddress address = database();
        if (address instanceof OnServer server) {
            throw Refused.because("backup.of-server", server.schema(), server.forItsTools());
        }
        return ((InFile) address).file();
    }

    /** A file named on the command line, against the working folder. */
    Path file(String name) {
        if (name.equals("-")) {
            throw Misused.because("file.stdin-stdout");
        }
        return surroundings.folder().resolve(name);
    }

    Office open() {
        return open(false);
    }

    /**
     * @param rehearsal whether everything is to be done and then rolled back
     */
    Office open(boolean rehearsal) {
        return open(database(), rehearsal);
    }

    /** The same of another database than the one that the environment names. */
    Office open(DatabaseAddress database, boolean rehearsal) {
        Office office = openUnchecked(database, rehearsal);
        boolean isSound = false;
        try {
            new DatabaseCheck(office).requireSoundIfSmall();
            isSound = true;
            return office;
        } finally {
            if (!isSound) {
                office.close();
            }
        }
    }

    /** The same for who looks for damage, and tells all of it. */
    Office openUnchecked() {
        return openUnchecked(database(), false);
    }

    private Office openUnchecked(DatabaseAddress database, boolean rehearsal) {
        Office office = Office.open(database, acting(rehearsal), this::isDelivered);
        opened = office;
        return office;
    }

    /** Whether all results so far have gone out; if not, who asks takes back what was to be done. */
    boolean isDeliveredOrTakenBack() {
        takenBack = !isDelivered();
        return !takenBack;
    }

    /** What it means that not all results went out. */
    Reason whatCutOutputLeft() {
        if (opened != null && opened.hasKept()) {
            return Reason.of("output.cut.kept");
        }
        boolean isUndone = takenBack || (opened != null && opened.isTakenBack());
        return Reason.of(isUndone ? "output.cut.undone" : "output.cut");
    }

    /** Whether all results so far have gone out. */
    boolean isDelivered() {
        return !surroundings.out().checkError();
    }

    Office.Acting acting(boolean rehearsal) {
        rehearsed |= rehearsal;
        return new Office.Acting(actor(), now(), surroundings.clock().instant(), rehearsal);
    }

    /** Whether all that was done was rolled back. */
    boolean hasRehearsed() {
        return rehearsed;
    }

    /** The moment that counts, Europe/Paris wall time. */
    LocalDateTime now() {
        return options.now != null
                ? options.now
                : LocalDateTime.ofInstant(surroundings.clock().instant(), ParisTime.ZONE)
                        .withNano(0);
    }

    private String actor() {
        if (options.actor != null && !options.actor.isBlank()) {
            return options.actor;
        }
        return TableWriter.harmless(surroundings.environment().getOrDefault("USER", "perisco"));
    }

    /** Results, in the form that was asked for. */
    void print(Table table) {
        print(Map.of(), table);
    }

    void print(Map<String, ?> about, Table table) {
        switch (options.format) {
            case TABLE -> TableWriter.terminal(table, surroundings.out());
            case CSV -> TableWriter.csv(table, surroundings.out());
            case JSON -> TableWriter.json(about, table, surroundings.out());
        }
    }

    /** One thing for scripts; on a terminal, it is drawn. */
    void print(Supplier<Form> form, Runnable drawing) {
        switch (options.format) {
            case TABLE -> drawing.run();
            case CSV -> TableWriter.csv(form.get(), surroundings.out());
            case JSON -> TableWriter.json(form.get(), surroundings.out());
        }
    }

    /** A weekday in words at the terminal, as its code for scripts. */
    String weekday(DayOfWeek day) {
        return isTable() ? words.weekday(day) : Weekdays.code(day);
    }

    boolean isQuiet() {
        return options.quiet;
    }

    boolean isTable() {
        return options.format == Format.TABLE;
    }

    /** A family's name, with a word in its place where it is no longer held; scripts that ask for CSV or JSON find it empty. */
    String heldName(String name) {
        return name.isEmpty() && isTable() ? words().say("family.name-erased") : name;
    }

    /** A sentence for the person at the terminal; scripts that ask for CSV or JSON find it on stderr. */
    void say(String code, Object... details) {
        if (!options.quiet) {
            (isTable() ? surroundings.out() : surroundings.err()).println(words.say(code, details));
        }
    }

    void say(Reason reason) {
        say(reason.code(), reason.details().toArray());
    }

    void warn(Reason reason) {
        surroundings.err().println(words.say("warning", words.say(reason)));
    }

    /** A warning that stops nothing and waits for nobody: not for who wants to hear only of what is not well. */
    void remark(Reason reason) {
        if (!options.quiet) {
            warn(reason);
        }
    }

    /** Whether a list of what was done is wanted: always by scripts, else unless all is to be quiet. */
    boolean wantsList(boolean isEmpty) {
        return !isTable() || !(options.quiet || isEmpty);
    }

    void warn(String code, Object... details) {
        warn(Reason.of(code, details));
    }

    /** A sentence beside the results, on stderr whatever the form of these. */
    void inform(String code, Object... details) {
        if (!options.quiet) {
            surroundings.err().println(words.say(code, details));
        }
    }

    void inform(Reason reason) {
        inform(reason.code(), reason.details().toArray());
    }

    void complain(String code, Object... details) {
        surroundings.err().println(words.say(code, details));
    }

    void list(List<InputFault> faults) {
        PrintStream err = surroundings.err();
        faults.forEach(fault -> err.println(words.say(fault)));
    }

    PrintStream out() {
        return surroundings.out();
    }

    /** Whether letters carry colour: on a terminal, unless told otherwise. */
    boolean isColoured() {
        return surroundings.terminal()
                && !options.noColor
                && !surroundings.environment().containsKey("NO_COLOR");
    }

    /** The secure source that secrets are drawn from. */
    RandomGenerator random() {
        return surroundings.random().get();
    }

    boolean showsProgress() {
        return surroundings.terminal() && !options.noProgress && !options.quiet;
    }

    /**
     * The content of a file named on the command line; {@code -} is stdin.
     *
     * @throws BadInput when there is more than 64 MiB of it
     */
    byte[] content(String name) {
        if (!name.equals("-")) {
            inUse.add(place(file(name)));
        }
        try {
            byte[] bytes = name.equals("-") ? beginning(surroundings.in()) : beginning(file(name));
            if (bytes.length > LARGEST_FILE) {
                throw BadInput.of(name, "file.too-large", LARGEST_FILE >> 20);
            }
            return bytes;
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", name), e);
        }
    }

    /** A file that this command writes besides its output, which goes elsewhere. */
    Path kept(String name) {
        Path file = file(name);
        inUse.add(place(file));
        return file;
    }

    /**
     * A file or folder that output goes to, whatever was there; asked for before anything is done.
     *
     * @throws Misused when this command reads it, or keeps something else in it
     * @throws Refused when it is a database
     */
    Path output(String name) {
        Path file = file(name);
        if (inUse.contains(place(file))) {
            throw Misused.because("file.in-use-here", name);
        }
        WholeFile.requireNoDatabase(file);
        return file;
    }

    /** Where it is, by whatever name. */
    private static Path place(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** A file stream knows how long its file is, and reads it into one piece; a pipe has no length. */
    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return beginning(Files.isRegularFile(file) ? in : new BufferedInputStream(in));
        }
    }

    private static byte[] beginning(InputStream in) throws IOException {
        return in.readNBytes(LARGEST_FILE + 1);
    }

    /** A list for scripts, into the file that was named, or on stdout. */
    void write(@Nullable String file, Table table) {
        Consumer<OutputStream> content = options.format == Format.JSON
                ? out -> TableWriter.json(table, out)
                : out -> TableWriter.csv(table, out);
        if (file == null || file.equals("-")) {
            content.accept(surroundings.out());
        } else {
            WholeFile.write(output(file), content);
        }
    }
}
