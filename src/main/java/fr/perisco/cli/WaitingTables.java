package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.PlaceOffer;
import java.util.List;

/** How waiting lists are told. */
final class WaitingTables {
    private WaitingTables() {}

    /** Beside other results: who got a place that was freed, who was skipped and why, and who waited in vain. */
    static void told(Desk desk, List<PlaceOffer> offers) {
        offers.forEach(offer -> {
            if (offer.verdict() == Verdict.BOOKED) {
                desk.inform("waiting.promoted", offer.child(), offer.activity(), offer.unit(), offer.day());
            } else if (offer.verdict() == Verdict.EXPIRED) {
                desk.inform("waiting.expired", offer.child(), offer.activity(), offer.unit(), offer.day());
            } else {
                desk.inform(
                        "waiting.skipped",
                        offer.child(),
                        offer.activity(),
                        offer.unit(),
                        offer.day(),
                        reason(desk, offer));
            }
        });
    }

    /** Each child to whom a place was offered, with what became of it. */
    static Table offers(Desk desk, List<PlaceOffer> offers) {
        Table table = Table.of("activity", "unit", "date", "rank", "child", "requested_at", "verdict", "reason");
        offers.forEach(offer -> table.row(
                offer.activity(),
                offer.unit(),
                offer.day(),
                offer.rank(),
                offer.child(),
                offer.requestedAt(),
                offer.verdict().code(),
                reason(desk, offer)));
        return table;
    }

    private static String reason(Desk desk, PlaceOffer offer) {
        Reason reason = offer.reason();
        return reason == null ? "" : desk.words().say(reason);
    }
}
