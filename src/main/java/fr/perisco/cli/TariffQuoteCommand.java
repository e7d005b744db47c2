package fr.perisco.cli;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.TariffQuote;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a child pays on a day, and why. */
@Command
final class TariffQuoteCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Parameters(index = "2", paramLabel = "UNIT", descriptionKey = "arg.unit")
    String unit = "";

    @Parameters(index = "3", paramLabel = "DAY", descriptionKey = "arg.day")
    LocalDate day = LocalDate.EPOCH;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "option.payer")
    @Nullable
    String family;

    TariffQuoteCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            TariffQuote.Answer answer = new TariffQuote(office).of(child, activity, unit, day, family);
            Tariff tariff = answer.quote().tariff();
            FamilyQuotient quotient = answer.quotient().orElse(null);
            desk.print(Table.of(
                            "child",
                            "family",
                            "activity",
                            "unit",
                            "date",
                            "price",
                            "resident",
                            "quotient",
                            "quotient_from",
                            "grid_valid_from",
                            "band_from",
                            "rate",
                            "min",
                            "max",
                            "unbooked_surcharge",
                            "age",
                            "level",
                            "rank",
                            "conditions",
                            "share")
                    .row(
                            answer.child().code(),
                            answer.familyCode(),
                            activity,
                            unit,
                            day,
                            answer.price(),
                            answer.resident() ? "yes" : "no",
                            quotient == null ? null : quotient.quotient(),
                            quotient == null ? null : quotient.quotientFrom(),
                            tariff.validFrom(),
                            tariff.quotientFrom(),
                            tariff.ratePercent().orElse(null),
                            tariff.min(),
                            tariff.max(),
                            tariff.unbookedSurcharge(),
                            answer.priced().age(),
                            answer.priced().level(),
                            answer.priced().rank(),
                            tariff.conditions().written(),
                            answer.share().isWhole() ? null : answer.share().percent()));
            explain(answer, tariff);
        }
        return ExitCode.OK;
    }

    private void explain(TariffQuote.Answer answer, Tariff tariff) {
        explainRow(answer, tariff);
        if (!tariff.conditions().isNone()) {
            desk.say("tariff.quote.conditions", tariff.conditions().written());
        }
        if (!answer.share().isWhole()) {
            desk.say(
                    "tariff.quote.share",
                    answer.familyCode(),
                    answer.share().percent(),
                    answer.quote().unitPrice(),
                    answer.price());
        }
    }

    private void explainRow(TariffQuote.Answer answer, Tariff tariff) {
        if (answer.quote().withoutQuotient()) {
            desk.say("tariff.quote.highest", answer.familyCode(), answer.quote().unitPrice());
        } else if (tariff.ratePpm() == null) {
            desk.say(
                    "tariff.quote.fixed",
                    tariff.validFrom(),
                    tariff.quotientFrom(),
                    answer.quote().unitPrice());
        } else {
            desk.say(
                    "tariff.quote.rate",
                    tariff.validFrom(),
                    tariff.ratePercent().orElse(""),
                    answer.quote().unitPrice());
        }
    }
}
