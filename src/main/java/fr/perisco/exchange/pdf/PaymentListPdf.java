package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Writes the lists of the payment desk. Each method gives the stream a PDF, flushes and never closes it, and returns the
 * characters that {@code □} stands for, usually none. The same content gives the same bytes.
 */
public final class PaymentListPdf {
    @FunctionalInterface
    private interface Pages {
        MissingCharacters drawTo(PdfFile file) throws IOException;
    }

    /** @throws IOException when {@code out} can't be written */
    public MissingCharacters write(DeskJournalDocument journal, OutputStream out) throws IOException {
        return write(
                "journal.title",
                Objects.requireNonNullElse(journal.lastDay(), LocalDate.EPOCH),
                new DeskJournalPages(journal)::drawTo,
                out);
    }

    /**
     * @param slips at least one; each on pages of its own
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(List<DepositSlipDocument> slips, OutputStream out) throws IOException {
        LocalDate last = slips.stream()
                .map(document -> document.slip().madeOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String title =
                slips.size() == 1 ? DepositSlipPages.title(slips.get(0).slip()) : DocumentWords.text("deposit.all");
        PdfFile file = new PdfFile(out, title, last);
        TreeSet<Integer> missing = new TreeSet<>();
        for (DepositSlipDocument slip : slips) {
            missing.addAll(new DepositSlipPages(slip).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }

    /** @throws IOException when {@code out} can't be written */
    public MissingCharacters write(ReconciliationDocument reconciliation, OutputStream out) throws IOException {
        return write(
                "reconciliation.title", reconciliation.readOn(), new ReconciliationPages(reconciliation)::drawTo, out);
    }

    /** @throws IOException when {@code out} can't be written */
    public MissingCharacters write(AwaitedDocument awaited, OutputStream out) throws IOException {
        return write("awaited.title", awaited.today(), new AwaitedPages(awaited)::drawTo, out);
    }

    /** @throws IOException when {@code out} can't be written */
    public MissingCharacters write(StatementDocument statement, OutputStream out) throws IOException {
        return write("statement.title", statement.comparedOn(), new StatementPages(statement)::drawTo, out);
    }

    /** @throws IOException when {@code out} can't be written */
    public MissingCharacters write(FaultListDocument faults, OutputStream out) throws IOException {
        return write("faults.title", faults.readOn(), new FaultListPages(faults)::drawTo, out);
    }

    private static MissingCharacters write(String title, LocalDate day, Pages pages, OutputStream out)
            throws IOException {
        PdfFile file = new PdfFile(out, DocumentWords.text(title), day);
        MissingCharacters missing = pages.drawTo(file);
        file.finish();
        return missing;
    }
}
