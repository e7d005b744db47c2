package fr.perisco.cli;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.registration.ListedRegistration;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.DayExplanation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day of a child at a unit, with all that led to it. */
final class DayPage {
    private final DayExplanation.Answer answer;
    private final Words words;

    DayPage(DayExplanation.Answer answer, Words words) {
        this.answer = answer;
        this.words = words;
    }

    Form form() {
        return Form.of(
                        "day",
                        String.join(
                                " ",
                                answer.child().code(),
                                answer.unit().activity().code(),
                                answer.unit().code(),
                                answer.day().toString()))
                .field("state", states())
                .field("open", answer.closed().isEmpty() ? "yes" : "no")
                .field("closed", answer.closed().map(words::say).orElse(""))
                .field("deadline", answer.adding().map(Deadline::moment).orElse(null))
                .field(
                        "cancel_deadline",
                        answer.cancelling().map(Deadline::moment).orElse(null))
                .field("capacity", answer.unit().capacityOn(answer.day()).orElse(null))
                .field("expected", answer.expected())
                .list("registrations", "registration", 2, registrations())
                .list("typical_weeks", "typical-week", 1, weeks())
                .list("requests", "request", 2, requests())
                .list("history", "act", 3, history());
    }

    void draw(Page page) {
        page.sentence(
                answer.states().isEmpty() ? "day.head.nothing" : "day.head",
                answer.child().code(),
                answer.child().fullName(),
                answer.unit().activity().code(),
                answer.unit().code(),
                answer.day(),
                statesInWords());
        page.sentence(
                answer.closed().isEmpty() ? "day.open" : "day.closed",
                answer.closed().isEmpty() ? "" : answer.closed().get());
        if (answer.closed().isEmpty()) {
            drawDeadline(page, "day.adding", answer.adding());
            drawDeadline(page, "day.cancelling", answer.cancelling());
        }
        answer.unit()
                .capacityOn(answer.day())
                .ifPresentOrElse(
                        places -> page.sentence("day.places", answer.expected(), places),
                        () -> page.sentence("day.expected", answer.expected()));
        if (answer.places().isEmpty()) {
            page.sentence("day.not-registered");
        }
        page.table("day.registrations", registrations());
        page.table("day.weeks", weeks());
        page.table("day.requests", requests());
        page.table("day.history", history());
        answer.places().stream()
                .flatMap(place -> place.documents().stream())
                .forEach(number -> page.sentence("day.billed", number));
    }

    private void drawDeadline(Page page, String code, Optional<Deadline> deadline) {
        deadline.ifPresent(known -> {
            if (known.moment() == null) {
                page.sentence(code + ".any-time");
            } else {
                page.sentence(known.isOpenAt(answer.now()) ? code : code + ".passed", known.moment());
            }
        });
    }

    private String states() {
        return stateCodes().collect(Collectors.joining(", "));
    }

    private String statesInWords() {
        return stateCodes().map(code -> words.say("day.state." + code)).collect(Collectors.joining(", "));
    }

    private Stream<String> stateCodes() {
        return answer.states().stream()
                .map(ListedDay::state)
                .map(DayState::code)
                .distinct();
    }

    private Table registrations() {
        Table table = Table.of("family", "from", "to", "state", "billed_by");
        answer.places().forEach(place -> {
            ListedRegistration row = place.registration();
            table.row(row.family(), row.from(), row.to(), row.state().code(), String.join(", ", place.documents()));
        });
        return table;
    }

    private Table weeks() {
        Table table = Table.of("from", "to", "days", "weeks");
        answer.weeks()
                .forEach(week -> table.row(
                        week.from(),
                        week.to(),
                        week.weekdays().toString(),
                        week.weeks().code()));
        return table;
    }

    private Table requests() {
        Table table = Table.of("requested_at", "by", "act", "action", "state", "reason");
        answer.asked()
                .forEach(asked -> table.row(
                        asked.submittedAt(),
                        asked.by(),
                        asked.act(),
                        asked.cancels() ? "cancel" : "add",
                        asked.state(),
                        asked.reason() == null ? "" : words.say(asked.reason())));
        return table;
    }

    private Table history() {
        Table table = Table.of("at", "state", "change", "by", "act", "family", "reason");
        answer.places()
                .forEach(place -> place.history()
                        .forEach(step -> table.row(
                                step.act().effectiveAt(),
                                step.set().code(),
                                step.added().contains(answer.day()) ? "added" : "removed",
                                step.act().actor(),
                                step.act().kind(),
                                place.registration().family(),
                                step.act().reason())));
        return table;
    }
}
