package fr.perisco.cli;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.DayAct;
import fr.perisco.domain.tariff.PriceReckoning;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.InvoiceExplanation;
import java.util.List;

/** An invoice day by day: for scripts in one table, at the terminal line by line. */
final class ExplanationTables {
    private ExplanationTables() {}

    static Table days(List<InvoiceExplanation.Day> days) {
        Table table = Table.of(
                "date",
                "quantity",
                "state",
                "at",
                "by",
                "act",
                "reason",
                "final_at",
                "cancelled_late_at",
                "cancelled_late_by");
        days.forEach(day -> {
            DayAct origin = day.origin().orElse(null);
            table.row(
                    day.day(),
                    day.quantity(),
                    day.state(),
                    origin == null ? null : origin.effectiveAt(),
                    origin == null ? null : origin.actor(),
                    origin == null ? null : origin.kind(),
                    origin == null ? null : origin.reason(),
                    day.deadline().map(Deadline::moment).orElse(null),
                    day.lateCancellation().map(DayAct::effectiveAt).orElse(null),
                    day.lateCancellation().map(DayAct::actor).orElse(null));
        });
        return table;
    }

    static Table all(InvoiceExplanation.Answer answer) {
        Table table = Table.of(
                "line",
                "kind",
                "child",
                "activity",
                "unit",
                "date",
                "quantity",
                "unit_price",
                "amount",
                "state",
                "at",
                "by",
                "act",
                "reason",
                "final_at",
                "grid_valid_from",
                "band_from",
                "resident",
                "quotient",
                "quotient_from",
                "basis",
                "rate",
                "min",
                "max",
                "arithmetic",
                "corrects",
                "share",
                "cancelled_late_at",
                "cancelled_late_by");
        answer.days().forEach(day -> add(table, day));
        return table;
    }

    private static void add(Table table, InvoiceExplanation.Day day) {
        DayAct origin = day.origin().orElse(null);
        PriceReckoning reckoning = day.reckoning();
        Tariff tariff = reckoning.tariff();
        FamilyQuotient quotient = reckoning.quotient();
        table.row(
                day.lineNumber(),
                day.line().kind().code(),
                day.line().childCode(),
                day.unit().activity().code(),
                day.unit().code(),
                day.day(),
                day.quantity(),
                reckoning.unitPrice(),
                day.amount(),
                day.state(),
                origin == null ? null : origin.effectiveAt(),
                origin == null ? null : origin.actor(),
                origin == null ? null : origin.kind(),
                origin == null ? null : origin.reason(),
                day.deadline().map(Deadline::moment).orElse(null),
                tariff.validFrom(),
                tariff.quotientFrom(),
                tariff.residency().code(),
                quotient == null ? null : quotient.quotient(),
                quotient == null ? null : quotient.quotientFrom(),
                reckoning.basis().code(),
                tariff.ratePercent().orElse(null),
                tariff.min(),
                tariff.max(),
                reckoning.arithmetic(),
                day.line().corrects(),
                reckoning.share().isWhole() ? null : reckoning.share().percent(),
                day.lateCancellation().map(DayAct::effectiveAt).orElse(null),
                day.lateCancellation().map(DayAct::actor).orElse(null));
    }

    /** How the price of days came about. */
    static Reason reason(PriceReckoning reckoning) {
        Tariff tariff = reckoning.tariff();
        FamilyQuotient quotient = reckoning.quotient();
        Reason residency = Reason.of("residency." + tariff.residency().code());
        return switch (reckoning.basis()) {
            case SURCHARGE ->
                Reason.of(
                        "invoice.explain.surcharge",
                        tariff.validFrom(),
                        tariff.quotientFrom(),
                        residency,
                        reckoning.unitPrice(),
                        reckoning.arithmetic());
            case HIGHEST ->
                Reason.of(
                        "invoice.explain.highest",
                        tariff.validFrom(),
                        tariff.quotientFrom(),
                        residency,
                        reckoning.unitPrice(),
                        reckoning.arithmetic());
            case PRICE, RATE ->
                Reason.of(
                        "invoice.explain.price",
                        tariff.validFrom(),
                        tariff.quotientFrom(),
                        residency,
                        reckoning.unitPrice(),
                        quotient == null ? "" : quotient.quotient(),
                        quotient == null ? "" : quotient.quotientFrom(),
                        reckoning.arithmetic());
        };
    }
}
