package fr.perisco.workflow;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.Delivery.Outcome;
import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.MailStore;
import fr.perisco.store.MailStore.Settled;
import fr.perisco.workflow.MailPreparation.Prepared;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends mails. None is sent twice by itself, whatever happens (a kill, a power cut, a server that hangs up), for the order of events is:
 *
 * <ol>
 *   <li>The server is reached, and has greeted and let in who sends. Cut off here, nothing has changed.
 *   <li>In one transaction, what became of the last few mails is kept, and the next few are marked as in doubt; the hash of a password
 *       that one of them carries is stored with it.
 *   <li>They are sent. Cut off here, they stay in doubt, and only a clerk sends them again.
 * </ol>
 *
 * <p>A password that reaches nobody is taken back with its mail's failure: the one before it is good again.
 */
public final class MailSending {
    private static final String ACT = "mail send";

    /**
     * @param only the numbers of the only mails to send; null for all that are due
     * @param perMinute the most mails a minute; 0 for as many as the server takes
     */
    public record Order(MailFilter filter, @Nullable Set<Long> only, int perMinute) {}

    /**
     * A mail and what became of it.
     *
     * @param state after the attempt; in a rehearsal, before it
     */
    public record Line(QueuedMail mail, MailState state, Delivery delivery) {}

    /**
     * @param lines the mails that were taken up
     * @param away why no more mails were taken; null when all were
     * @param left how many are due and wait
     * @param later how many wait for their next attempt
     * @param inDoubt how many mails are in doubt, these among them
     * @param isOtherAtWork whether another sender has its turn, so that nothing was done
     */
    public record Report(
            List<Line> lines, @Nullable Reason away, int left, int later, int inDoubt, boolean isOtherAtWork) {
        public Report {
            lines = List.copyOf(lines);
        }

        public long count(MailState state) {
            return lines.stream().filter(line -> line.state() == state).count();
        }

        /** Those that were set aside: deferred, failed or in doubt. */
        public List<Line> linesSetAside() {
            return lines.stream().filter(line -> line.state().isSetAside()).toList();
        }

        /** How many were set aside. */
        public int setAside() {
            return linesSetAside().size();
        }
    }

    private final Office office;
    private final Clock clock;
    private final RandomGenerator random;
    private final Watcher watcher;
    private final MailStore store;
    private final MailedPasswords passwords;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Reason away;

    /**
     * @param clock the real one
     * @param random a secure source, fit for several threads
     */
    public MailSending(Office office, Clock clock, RandomGenerator random, Watcher watcher) {
        this.office = office;
        this.clock = clock;
        this.random = random;
        this.watcher = watcher;
        this.store = new MailStore(office.database());
        this.passwords = new MailedPasswords(office);
    }

    /**
     * Sends what is due.
     *
     * @throws Refused when the family is unknown, or the setup does not say who mails come from
     */
    public Report send(Order order, MailRoute route) {
        Instant now = clock.instant();
        MailIdentity identity = office.read(() -> {
            new FamilyCodes(office).requireKnown(order.filter().family());
            return MailIdentity.of(office);
        });
        if (office.isRehearsal()) {
            List<QueuedMail> due = office.read(() -> due(order, now));
            due.forEach(mail -> lines.add(new Line(mail, mail.state(), notTried())));
            return new Report(lines, null, due.size(), office.read(() -> later(order, now)), 0, false);
        }
        if (office.read(() -> due(order, now)).isEmpty()) {
            return new Report(
                    lines, null, 0, office.read(() -> later(order, now)), office.read(() -> inDoubt(order)), false);
        }
        Optional<SenderTurn> turn = SenderTurn.take(office);
        if (turn.isEmpty()) {
            return new Report(lines, null, office.read(() -> due(order, now)).size(), 0, 0, true);
        }
        SenderTurn taken = turn.get();
        try (taken;
                Postman postman = route.open()) {
            List<QueuedMail> due = office.read(() -> due(order, now));
            watcher.begin(due.size());
            MailLetters letters = new MailLetters(office, identity, random);
            try (MailPreparation preparation = new MailPreparation(office, letters, due)) {
                sendAll(preparation, postman, new SendingPace(order.perMinute()));
            }
        }
        return new Report(
                lines,
                away,
                office.read(() -> due(order, clock.instant())).size(),
                office.read(() -> later(order, clock.instant())),
                office.read(() -> inDoubt(order)),
                false);
    }

    private List<QueuedMail> due(Order order, Instant now) {
        return store.due(order.filter(), now).stream()
                .filter(mail -> order.only() == null || order.only().contains(mail.id()))
                .toList();
    }

    private int later(Order order, Instant now) {
        return (int) store.list(order.filter()).stream()
                .filter(mail -> order.only() == null || order.only().contains(mail.id()))
                .filter(mail ->
                        mail.nextAttemptAt() != null && mail.nextAttemptAt().isAfter(now))
                .count();
    }

    private int inDoubt(Order order) {
        return (int) store.list(order.filter()).stream()
                .filter(mail -> mail.state() == MailState.UNCERTAIN)
                .count();
    }

    private void sendAll(MailPreparation preparation, Postman postman, SendingPace pace) {
        List<Settled> done = new ArrayList<>();
        try (StopRequest stop = new StopRequest()) {
            try {
                List<Prepared> window = preparation.next(pace.window());
                while (!window.isEmpty() && !stop.isAsked()) {
                    if (pace.isLimited()) {
                        turnOver(done, List.of());
                        pace.await();
                    }
                    if (!isReached(postman) || stop.isAsked()) {
                        break;
                    }
                    List<Prepared> claimed = turnOver(done, window);
                    long start = System.nanoTime();
                    for (Prepared prepared : claimed) {
                        Delivery delivery = stop.isAsked() ? notTried() : deliver(prepared, postman);
                        done.add(new Settled(prepared.mail(), delivery));
                        watcher.step();
                    }
                    pace.took(System.nanoTime() - start);
                    window = away == null ? preparation.next(pace.window()) : List.of();
                }
            } finally {
                settleRest(done);
            }
        }
    }

    /** What cannot be kept stays in doubt, as it was when it was begun. */
    private void settleRest(List<Settled> done) {
        try {
            turnOver(done, List.of());
        } catch (Unavailable e) {
            throw done.isEmpty() ? e : new Unavailable(Reason.of("mail.doubt-left", done.size()), e);
        }
    }

    private boolean isReached(Postman postman) {
        try {
            postman.reach();
            return true;
        } catch (Unavailable e) {
            away = e.reason();
            return false;
        }
    }

    private static Delivery notTried() {
        return Delivery.of(Outcome.NOT_TRIED, "");
    }

    private Delivery deliver(Prepared prepared, Postman postman) {
        if (away != null) {
            return notTried();
        }
        Delivery instead = prepared.instead();
        if (instead != null) {
            return instead;
        }
        try {
            Delivery delivery =
                    postman.deliver(prepared.mail(), prepared.draft().message());
            if (delivery.outcome() == Outcome.SENDER_REFUSED) {
                away = Reason.of("mail.sender-refused", delivery.reply());
            }
            return delivery;
        } catch (Unavailable e) {
            away = e.reason();
            return notTried();
        }
    }

    /** Keeps what became of some mails, which are done with then, and takes up others. */
    private List<Prepared> turnOver(List<Settled> done, List<Prepared> next) {
        if (done.isEmpty() && next.isEmpty()) {
            return List.of();
        }
        next.forEach(Prepared::instead);
        Set<Long> claimed = office.act(ACT, null, journal -> {
            Instant now = clock.instant();
            passwords.takeBack(done, journal);
            store.settle(done, now, journal);
            Set<Long> taken = store.claim(
                    next.stream()
                            .filter(prepared -> !isOvertaken(prepared))
                            .map(Prepared::mail)
                            .toList(),
                    now);
            passwords.store(of(taken, next), journal);
            return taken;
        });
        office.keep();
        done.forEach(settled -> {
            if (!settled.delivery().isUndone()) {
                lines.add(new Line(
                        settled.mail(),
                        settled.delivery().stateAfter(settled.mail().attempts() + 1),
                        settled.delivery()));
            }
        });
        done.clear();
        return of(claimed, next);
    }

    /** Whether the family was given another password since this mail was made: the next time it is not needed. */
    private boolean isOvertaken(Prepared prepared) {
        return prepared.mail().kind() == MailKind.CREDENTIAL
                && prepared.instead() == null
                && store.isOvertaken(prepared.mail());
    }

    private static List<Prepared> of(Set<Long> claimed, List<Prepared> window) {
        return window.stream()
                .filter(prepared -> claimed.contains(prepared.mail().id()))
                .toList();
    }
}
