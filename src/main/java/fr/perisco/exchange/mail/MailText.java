package fr.perisco.exchange.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param paragraphs of one or more lines
 */
public record MailText(String subject, List<String> paragraphs) {
    private static final Pattern LINK = Pattern.compile("https?://[!-;=?-~]+");

    public MailText {
        subject = PlainLine.of(subject);
        paragraphs = List.copyOf(paragraphs);
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

    private static String linked(String paragraph) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(paragraph);
        int from = 0;
        while (link.find()) {
            String address = escaped(link.group());
            html.append(escaped(paragraph.substring(from, link.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            from = link.end();
        }
        return html.append(escaped(paragraph.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
