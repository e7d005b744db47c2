package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes receipts of payments, each on pages of its own. The same receipts give the same bytes. */
public final class ReceiptPdf {
    /**
     * Writes one file with all of them.
     *
     * @param receipts at least one
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(List<ReceiptDocument> receipts, OutputStream out) throws IOException {
        LocalDate last = receipts.stream()
                .map(document -> document.receipt().recordedOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String title = receipts.size() == 1
                ? ReceiptLetter.title(receipts.get(0).receipt())
                : DocumentWords.text("receipt.all");
        PdfFile file = new PdfFile(out, title, last);
        SortedSet<Integer> missing = new TreeSet<>();
        for (ReceiptDocument receipt : receipts) {
            missing.addAll(new ReceiptLetter(receipt).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }
}
