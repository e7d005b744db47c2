package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Texts that break out where they are not held: into a spreadsheet, a terminal, a path. And how to see that they did not. */
final class HostileText {
    private HostileText() {}

    /** Letters that nobody sees and that many a terminal obeys or counts wrong. */
    private static final List<String> UNSEEN =
            List.of("Du\u200bpont", "\u200fDupont", "Dupont\u2028INFO", "\ufeffDupont");

    private static final List<String> HEADERS = List.of(
            "Date",
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Content-Language",
            "Auto-Submitted",
            "X-Auto-Response-Suppress");

    static List<String> all() {
        return Stream.concat(
                        Stream.of("formula_injection.tsv", "terminal_escapes.tsv", "paths.tsv")
                                .flatMap(HostileText::payloads),
                        UNSEEN.stream())
                .toList();
    }

    /** The first column of a file, a JSON text a line. */
    private static Stream<String> payloads(String file) {
        try (var in = HostileText.class.getResourceAsStream("/security/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> fromJson(line.substring(0, line.indexOf('\t'))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fromJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as a field of a CSV file. */
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static void assertHarmlessOnTerminal(String shown) {
        shown.codePoints()
                .filter(letter -> letter != '\n')
                .forEach(letter -> assertThat(Character.isISOControl(letter)
                                || Character.getType(letter) == Character.FORMAT
                                || Character.getType(letter) == Character.LINE_SEPARATOR)
                        .as("U+%04X in %s", letter, shown)
                        .isFalse());
    }

    /** No cell that a spreadsheet would compute, and no cell that became two. */
    static void assertHarmlessInSpreadsheet(String csv) {
        try {
            List<CSVRecord> rows = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(';')
                    .get()
                    .parse(new StringReader(csv))
                    .getRecords();
            for (CSVRecord row : rows) {
                assertThat(row.size()).as("%s", row).isEqualTo(rows.get(0).size());
                for (String cell : row) {
                    assertThat(cell)
                            .doesNotMatch("(?s)[=@\t\r].+")
                            .matches("(?s)[^+-].*|[+-]?|[+-][0-9]+([.,][0-9]+)?|[+][0-9][0-9 .]*|");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One JSON document, well formed to its end. */
    static void assertJson(String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            assertThat(parser.nextToken()).isNotNull();
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    /** No letter on any page that who copies the text would obey. */
    static void assertHarmlessPdf(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                assertHarmlessOnTerminal(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        }
    }

    /** No header, recipient or part that perisco did not mean, and no letter in its words that a terminal would obey. */
    static void assertHarmlessMail(byte[] eml) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
            assertThat(Collections.list(mail.getAllHeaders()))
                    .extracting(Header::getName)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(HEADERS);
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getAllRecipients()[0].toString()).matches("[a-z0-9]+@example\\.org");
            assertHarmlessOnTerminal(mail.getSubject());
            assertHarmlessParts((Multipart) mail.getContent());
        } catch (MessagingException e) {
            throw new AssertionError(new String(eml, StandardCharsets.UTF_8), e);
        }
    }

    private static void assertHarmlessParts(Multipart parts) throws IOException, MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            Object content = part.getContent();
            if (content instanceof Multipart more) {
                assertHarmlessParts(more);
            } else if (content instanceof String words) {
                assertHarmlessOnTerminal(words.replace("\r\n", "\n"));
            } else {
                assertThat(part.getFileName()).matches("[A-Za-z0-9.-]+\\.pdf");
                assertHarmlessPdf(part.getInputStream().readAllBytes());
            }
        }
    }
}
