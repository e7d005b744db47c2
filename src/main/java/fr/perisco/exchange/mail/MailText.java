package fr.perisco.exchange.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a mail says. Readers turn whatever looks like an address into a link, and a family may be named {@code www.example.com}: in
 * the HTML form an address that is not the office's own is broken by signs that nobody sees.
 *
 * @param subject one line
 * @param paragraphs of one or more lines
 * @param addresses what stands between spaces and is an address on purpose: those of pages become links
 */
public record MailText(String subject, List<String> paragraphs, List<String> addresses) {
    /** Text in which no line is broken and no address goes on: RFC 3986, RFC 5890 and RFC 5322 have no such letter. */
    private static final String WORD_JOINER = "\u2060";

    private static final String LETTER = "[^\\s\\u00A0]";
    private static final Pattern LIKE_AN_ADDRESS =
            Pattern.compile("(?i)" + LETTER + "*//" + LETTER + "*|www\\." + LETTER + "+|" + LETTER + "+@" + LETTER
                    + "+|[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*\\.\\p{L}{2,}" + LETTER + "*");
    private static final Pattern JOINT = Pattern.compile("[.:/@]");

    public MailText {
        subject = PlainLine.of(subject);
        paragraphs = List.copyOf(paragraphs);
        addresses = List.copyOf(addresses);
    }

    public MailText(String subject, List<String> paragraphs) {
        this(subject, paragraphs, List.of());
    }

    /** The same text, in which this is an address on purpose. */
    public MailText withAddress(String address) {
        List<String> more = new ArrayList<>(addresses);
        more.add(address);
        return new MailText(subject, paragraphs, more);
    }

    String plain() {
        return String.join("\n\n", paragraphs) + "\n";
    }

    String html() {
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(subject))
                .append("</title></head>\n<body style=\"font-family:sans-serif;max-width:40em\">\n");
        paragraphs.forEach(paragraph -> html.append("<p>")
                .append(linked(paragraph).replace("\n", "<br>\n"))
                .append("</p>\n"));
        return html.append("</body>\n</html>\n").toString();
    }

    private String linked(String paragraph) {
        if (addresses.isEmpty()) {
            return escaped(broken(paragraph));
        }
        Matcher address = Pattern.compile(addresses.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<!" + LETTER + ")(?:", ")(?!" + LETTER + ")")))
                .matcher(paragraph);
        StringBuilder html = new StringBuilder();
        int from = 0;
        while (address.find()) {
            html.append(escaped(broken(paragraph.substring(from, address.start()))));
            String text = escaped(address.group());
            html.append(
                    text.startsWith("https://") || text.startsWith("http://")
                            ? "<a href=\"" + text + "\">" + text + "</a>"
                            : text);
            from = address.end();
        }
        return html.append(escaped(broken(paragraph.substring(from)))).toString();
    }

    private static String broken(String text) {
        return LIKE_AN_ADDRESS
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(JOINT.matcher(found.group()).replaceAll("$0" + WORD_JOINER)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace(WORD_JOINER, "&#8288;");
    }
}
