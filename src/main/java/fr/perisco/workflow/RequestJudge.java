package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.PortalRequest;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.RequestAction;
import fr.perisco.domain.reservation.RequestOutcome;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RequestStore;
import fr.perisco.store.RequestStore.StoredRequest;
import fr.perisco.store.RequestStore.StoredWeek;
import fr.perisco.store.RollStore;
import fr.perisco.workflow.RequestProcess.Judged;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Judges one request of a family after the other, does what its verdict says and keeps it. Only inside a transaction. */
final class RequestJudge {
    private final Office office;
    private final Rulebook rules;
    private final Function<LocalDateTime, Journal> journals;
    private final List<PlaceOffer> offers;
    private final RequestStore requests;
    private final Map<String, String> families;

    /**
     * @param offers where it is told to whom the places went that were freed
     */
    RequestJudge(Office office, Rulebook rules, Function<LocalDateTime, Journal> journals, List<PlaceOffer> offers) {
        this.office = office;
        this.rules = rules;
        this.journals = journals;
        this.offers = offers;
        this.requests = new RequestStore(office.database());
        this.families = new RollStore(office.database()).logins();
    }

    Judged judge(StoredRequest stored) {
        PortalRequest request = stored.request();
        return new Judged(
                request.submittedAt(),
                request.login(),
                request.child(),
                request.activity(),
                request.unit(),
                Objects.requireNonNull(request.day()),
                request.action().code(),
                decided(stored));
    }

    private RequestOutcome decided(StoredRequest stored) {
        PortalRequest request = stored.request();
        try {
            DayDesk desk = new DayDesk(
                    office,
                    rules,
                    request.child(),
                    request.activity(),
                    request.unit(),
                    familyOf(request.login(), request.child(), Objects.requireNonNull(request.day())));
            return request.action() == RequestAction.ADD ? added(stored, desk) : cancelled(stored, desk);
        } catch (Refused refusal) {
            RequestOutcome outcome = outcomeOf(refusal);
            requests.decide(stored, outcome, null, journals.apply(request.submittedAt()));
            return outcome;
        }
    }

    private RequestOutcome added(StoredRequest stored, DayDesk desk) {
        LocalDateTime moment = stored.request().submittedAt();
        LocalDate day = Objects.requireNonNull(stored.request().day());
        DayAddition addition = new DayAddition(desk, moment, office.today(), false, true);
        DayVerdict verdict = addition.decide(day);
        RequestOutcome outcome = RequestOutcome.of(verdict);
        Journal journal = journals.apply(moment);
        addition.book(verdict, journal);
        desk.save(journal);
        requests.decide(
                stored, outcome, outcome.verdict() == Verdict.WAITING ? addition.placeInLine(day) : null, journal);
        return outcome;
    }

    private RequestOutcome cancelled(StoredRequest stored, DayDesk desk) {
        LocalDateTime moment = stored.request().submittedAt();
        DayRemoval removal = new DayRemoval(desk, moment, CancelManner.PLAIN);
        DayVerdict verdict =
                removal.decide(Objects.requireNonNull(stored.request().day()));
        RequestOutcome outcome = RequestOutcome.of(verdict);
        Journal journal = journals.apply(moment);
        if (verdict.verdict().changesSomething()) {
            FreedPlaces freed = new FreedPlaces(office, rules, moment);
            removal.apply(verdict, freed, journal);
            desk.save(journal);
            offers.addAll(freed.fill(journal));
        }
        requests.decide(stored, outcome, null, journal);
        return outcome;
    }

    Judged judge(StoredWeek stored) {
        PortalWeek week = stored.week();
        return new Judged(
                week.submittedAt(),
                week.login(),
                week.child(),
                week.activity(),
                week.unit(),
                week.from(),
                "week",
                decided(stored));
    }

    /** What a week did before it was found to be refused is undone, its record in the audit trail as well. */
    private RequestOutcome decided(StoredWeek stored) {
        try {
            return office.database().attempt(() -> kept(stored));
        } catch (Refused refusal) {
            RequestOutcome outcome = outcomeOf(refusal);
            requests.decide(stored, outcome, journals.apply(stored.week().submittedAt()));
            return outcome;
        }
    }

    private RequestOutcome kept(StoredWeek stored) {
        PortalWeek week = stored.week();
        Journal journal = journals.apply(week.submittedAt());
        WeekBooking.Report report = new WeekBooking(office)
                .book(
                        new WeekBooking.Order(
                                week.child(),
                                week.activity(),
                                week.unit(),
                                week.weekdays(),
                                week.from(),
                                week.to(),
                                week.weeks(),
                                familyOf(week.login(), week.child(), week.from()),
                                true,
                                null),
                        new DayRequestStore.Wish(week.submittedAt(), week.login(), true, true),
                        rules,
                        journal);
        RequestOutcome outcome = RequestOutcome.of(Verdict.KEPT, recap(report.days()));
        requests.decide(stored, outcome, journal);
        offers.addAll(report.offers());
        return outcome;
    }

    /** What it came to; what it gave up of the week that it took the place of stands first. */
    private static Reason recap(WeekRecap days) {
        boolean gaveUp = days.takenBack() + days.heldBack() > 0;
        return Reason.of(
                gaveUp ? "week.recap-given-up" : "week.recap",
                days.booked(),
                days.alreadyBooked(),
                days.closed(),
                days.tooLate(),
                days.waiting(),
                days.keptCancelled(),
                days.takenBack(),
                days.heldBack());
    }

    /**
     * The code of the family that asks.
     *
     * @param day on which the child must be the family's
     * @throws Refused when the login is nobody's, when there is no such child, or when it is another family's
     */
    private String familyOf(String login, String childCode, LocalDate day) {
        String family = families.get(login);
        if (family == null) {
            throw Refused.because("unknown.login", login);
        }
        Child child = new FamilyStore(office.database())
                .child(childCode)
                .orElseThrow(() -> Refused.because("unknown.child", childCode));
        return Optional.of(family)
                .filter(new RollStore(office.database()).familiesOf(child.id(), day)::containsValue)
                .orElseThrow(() -> Refused.because("request.other-family", login, childCode));
    }

    private static RequestOutcome outcomeOf(Refused refusal) {
        Reason reason = refusal.reasons().get(0);
        return RequestOutcome.of(verdictOf(reason.code()), reason);
    }

    private static Verdict verdictOf(String code) {
        return switch (code) {
            case "request.other-family" -> Verdict.OTHER_FAMILY;
            case "registration.none", "registration.waits" -> Verdict.NOT_REGISTERED;
            case "booking.debt" -> Verdict.DEBT;
            case "calendar.not-loaded" -> Verdict.NO_CALENDAR;
            default -> Verdict.UNKNOWN;
        };
    }
}
