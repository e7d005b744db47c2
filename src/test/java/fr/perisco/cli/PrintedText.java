package fr.perisco.cli;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The words that stand on the pages of a PDF. */
final class PrintedText {
    private PrintedText() {}

    /** A text a page, one space between words. */
    static List<String> pages(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("[\\s\u00a0]+", " "));
        }
        return pages;
    }
}
