package fr.perisco.workflow;

import fr.perisco.domain.reservation.RequestOutcome;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.Journal;
import fr.perisco.store.RequestStore;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges what families asked for through the portal and nobody has decided: each by the moment at which it was submitted. */
public final class RequestProcess {
    /**
     * A request and what became of it.
     *
     * @param day the day, or the first one of a typical week; null where a document names none
     * @param action add, cancel or week, or the document
     */
    public record Judged(
            LocalDateTime submittedAt,
            String login,
            String child,
            String activity,
            String unit,
            @Nullable LocalDate day,
            String action,
            RequestOutcome outcome) {}

    /**
     * What was done.
     *
     * @param offers to whom the places went that were freed, and who waited until the day came
     * @param later how many requests were submitted later than now, and wait
     * @param documents how many documents families asked for that are still to be sent
     */
    public record Report(List<Judged> requests, List<PlaceOffer> offers, int later, int documents) {
        public Report {
            requests = List.copyOf(requests);
            offers = List.copyOf(offers);
        }
    }

    /** A request in its turn. */
    private record Turn(LocalDateTime submittedAt, long actId, long id, Runnable judgement) {
        static final Comparator<Turn> ORDER = Comparator.comparing(Turn::submittedAt)
                .thenComparingLong(Turn::actId)
                .thenComparingLong(Turn::id);
    }

    private final Office office;
    private final RequestStore requests;

    public RequestProcess(Office office) {
        this.office = office;
        this.requests = new RequestStore(office.database());
    }

    /** Judges all that reached the office by now; there may be nothing to do. */
    public Report run() {
        return office.acts("reservation process", this::run);
    }

    private Report run(Function<LocalDateTime, Journal> journals) {
        List<Judged> judged = new ArrayList<>();
        List<PlaceOffer> offers = new ArrayList<>();
        Rulebook rules = new Rulebook(office);
        offers.addAll(settledLines(rules, journals.apply(office.now())));
        RequestJudge judge = new RequestJudge(office, rules, journals, offers);
        Stream.concat(
                        requests.undecidedDays(office.now()).stream()
                                .map(stored -> new Turn(
                                        stored.request().submittedAt(),
                                        stored.actId(),
                                        stored.id(),
                                        () -> judged.add(judge.judge(stored)))),
                        requests.undecidedWeeks(office.now()).stream()
                                .map(stored -> new Turn(
                                        stored.week().submittedAt(),
                                        stored.actId(),
                                        stored.id(),
                                        () -> judged.add(judge.judge(stored)))))
                .sorted(Turn.ORDER)
                .forEach(turn -> turn.judgement().run());
        judged.addAll(new RequestedDocuments(office).judge(journals));
        return new Report(judged, offers, requests.countLater(office.now()), requests.countDocuments());
    }

    /** Waiting for days that have come ends, and places that are new since go to those who wait before others ask for them. */
    private List<PlaceOffer> settledLines(Rulebook rules, Journal journal) {
        WaitingLines lines = new WaitingLines(office, rules);
        List<PlaceOffer> settled = new ArrayList<>(lines.expire(journal));
        PlaceOffers offering = new PlaceOffers(office, rules, office.now(), false);
        lines.all().stream()
                .flatMap(line -> offering.offer(line.unit(), line.day(), line.requests(), journal).stream())
                .filter(offer -> offer.verdict() == Verdict.BOOKED)
                .forEach(settled::add);
        return settled;
    }
}
