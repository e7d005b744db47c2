package fr.perisco.exchange.csv;

import fr.perisco.domain.recovery.TreasuryList;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** What is handed over to the treasury, for its software: a row an invoice. */
public final class TreasuryCsv {
    private static final List<String> COLUMNS = List.of(
            "list",
            "made_on",
            "family",
            "family_name",
            "debtor",
            "address",
            "postcode",
            "city",
            "invoice",
            "month",
            "issued_on",
            "due_on",
            "invoiced",
            "amount",
            "reminder_level",
            "reminded_on");

    private TreasuryCsv() {}

    /**
     * @param out gets the file; flushed, never closed
     */
    public static void write(TreasuryList list, OutputStream out) {
        try (CsvWriter writer = new CsvWriter(out, COLUMNS)) {
            for (TreasuryList.Debtor debtor : list.debtors()) {
                for (TreasuryList.Claim claim : debtor.claims()) {
                    writer.row(Arrays.asList(
                            list.id(),
                            list.madeOn(),
                            debtor.familyCode(),
                            debtor.familyName(),
                            debtor.recipient().name(),
                            debtor.recipient().address(),
                            debtor.recipient().postcode(),
                            debtor.recipient().city(),
                            claim.number(),
                            claim.month(),
                            claim.issuedOn(),
                            claim.dueOn(),
                            claim.amount(),
                            claim.balance(),
                            claim.level() == 0 ? null : claim.level(),
                            claim.remindedOn()));
                }
            }
        }
    }
}
