package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.CredentialPlan;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.CredentialStore;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Draws passwords for families, prints a sheet for each and one file with all of them, and stores the hashes.
 *
 * <p>Whatever happens (a kill, a power cut, a full disk), a sheet that has its name in the folder is valid, and a stored
 * hash has its sheet. The order of events sees to it:
 *
 * <ol>
 *   <li>Passwords are drawn and hashed in memory. It takes seconds, and nobody is kept waiting. Killed here: nothing was
 *       done.
 *   <li>In one transaction, which waits its turn and judges afresh, the sheets are written into a hidden folder and synced,
 *       then the hashes, the deliveries and the act are stored and committed. Killed before the commit: no hash is stored,
 *       and the sheets have no name that anybody would print; the next run into the folder throws them away and draws
 *       others.
 *   <li>The sheets get their names, {@code print.pdf} last. Killed before the end: the hidden folder is named after the
 *       act, the act is found in the database, and the next run into the folder gives the rest of the sheets their names.
 * </ol>
 */
public final class CredentialIssue {
    private static final String ACT = "credential issue";

    /**
     * What the clerk asks for.
     *
     * @param folder where the sheets go
     * @param families the codes of the only families to serve; empty for all
     * @param all whether families that have a password get another one
     */
    public record Order(Path folder, List<String> families, boolean all) {
        public Order {
            families = List.copyOf(families);
        }

        /** Whether no earlier sheet is of any use once this is done. */
        boolean renewsEverything() {
            return all && families.isEmpty();
        }
    }

    /**
     * A family's sheet.
     *
     * @param file its name in the folder
     */
    public record IssuedSheet(String family, String login, String file) {}

    /**
     * @param plan who was served, and who was not, in the end: others may have been at work meanwhile
     * @param sheets those of this run, in the order in which they are handed out
     * @param finished those of an interrupted run that have their place now
     * @param keptPrints the names under which earlier {@code print.pdf}s are kept
     * @param missingCharacters which sheets hold letters that no font has
     */
    public record Report(
            CredentialPlan plan,
            List<IssuedSheet> sheets,
            List<IssuedSheet> finished,
            List<String> keptPrints,
            List<Reason> missingCharacters) {}

    private record Settled(List<IssuedSheet> sheets, List<String> keptPrints) {}

    private final Office office;
    private final CredentialRoll roll;
    private final CredentialStore credentials;
    private final PasswordDraw draw;

    /**
     * @param random a secure source, fit for several threads
     */
    public CredentialIssue(Office office, RandomGenerator random, Watcher watcher) {
        this.office = office;
        this.roll = new CredentialRoll(office);
        this.credentials = new CredentialStore(office.database());
        this.draw = new PasswordDraw(random, watcher);
    }

    /**
     * Who would be served now.
     *
     * @throws Refused when a code names no family
     * @throws Unavailable when nothing can be written where the sheets are to go
     */
    public CredentialPlan plan(Order order) {
        SheetBatch.requireRoomIn(order.folder());
        return office.read(() -> roll.plan(order.families(), order.all()));
    }

    /**
     * Serves the families of a plan that are still to be served when their passwords are drawn; who came since is left to
     * the next run.
     */
    public Report issue(Order order, CredentialPlan plan) {
        Settled earlier = settle(order.folder());
        if (office.isRehearsal() || plan.toServe().isEmpty()) {
            return new Report(plan, sheets(plan.toServe()), earlier.sheets(), earlier.keptPrints(), List.of());
        }
        Map<Long, DrawnPassword> drawn = draw.drawFor(plan.toServe());
        List<Reason> missing = new ArrayList<>();
        try {
            CredentialPlan done = office.act(ACT, null, journal -> serve(order, drawn, missing, journal));
            List<String> kept = new ArrayList<>(earlier.keptPrints());
            kept.addAll(settle(order.folder()).keptPrints());
            return new Report(done, sheets(done.toServe()), earlier.sheets(), kept, missing);
        } finally {
            drawn.values().forEach(password -> password.password().wipe());
        }
    }

    private CredentialPlan serve(Order order, Map<Long, DrawnPassword> drawn, List<Reason> missing, Journal journal) {
        CredentialPlan plan = roll.plan(order.families(), order.all());
        List<CredentialFamily> families = plan.toServe().stream()
                .filter(family -> drawn.containsKey(family.id()))
                .toList();
        if (!families.isEmpty()) {
            serve(order, families, drawn, missing, journal);
        }
        return new CredentialPlan(families, plan.served(), plan.withoutLogin());
    }

    private void serve(
            Order order,
            List<CredentialFamily> families,
            Map<Long, DrawnPassword> drawn,
            List<Reason> missing,
            Journal journal) {
        SheetBatch batch = SheetBatch.begin(order.folder(), journal.actId(), office.clock(), order.renewsEverything());
        boolean stored = false;
        try {
            missing.addAll(sheets().print(families, drawn, batch));
            batch.seal();
            Map<Long, String> hashes = new HashMap<>();
            drawn.forEach((id, password) -> hashes.put(id, password.hash()));
            credentials.saveTemporary(families, hashes, DeliveryChannel.SHEET, journal);
            stored = true;
        } finally {
            if (!stored) {
                batch.discard();
            }
        }
    }

    private CredentialSheets sheets() {
        return new CredentialSheets(new SetupStore(office.database()).settings(), office.today());
    }

    private static List<IssuedSheet> sheets(List<CredentialFamily> families) {
        return families.stream()
                .map(family -> new IssuedSheet(family.code(), family.login(), SheetBatch.nameFor(family.code())))
                .toList();
    }

    /** Gives the sheets of every batch in the folder their names where the passwords are stored; throws the others away. */
    private Settled settle(Path folder) {
        if (SheetBatch.in(folder).isEmpty()) {
            return new Settled(List.of(), List.of());
        }
        return office.act(ACT, null, journal -> {
            List<IssuedSheet> sheets = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (SheetBatch batch : SheetBatch.in(folder)) {
                Map<String, String> logins = credentials.drawnBy(batch.actId(), batch.recordedAt());
                if (!batch.isEmpty()) {
                    logins.forEach((code, login) -> sheets.add(new IssuedSheet(code, login, SheetBatch.nameFor(code))));
                }
                if (!office.isRehearsal()) {
                    Set<String> good =
                            logins.keySet().stream().map(SheetBatch::nameFor).collect(Collectors.toSet());
                    batch.settle(good).ifPresent(kept::add);
                }
            }
            return new Settled(sheets, kept);
        });
    }
}
