package fr.perisco.exchange.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where the records of a delimited text stand, and what is malformed in them: a parser would guess what those mean and lose or
 * glue fields together, so they are taken out before it sees them. Lines end as the first one does; a carriage return alone ends
 * them only where it ends the first one, or the file.
 *
 * @param records all of them, empty lines too, in the order of the text
 * @param lineEnd what ends the first of them
 * @param hasQuotes whether a field stands in quotes
 */
record Layout(List<Stretch> records, String lineEnd, boolean hasQuotes) {
    /**
     * A record.
     *
     * @param from its first character
     * @param to behind its last character, before the line break
     * @param isUsual whether nothing in it but letters and signs, as {@link Cleaned} knows them, has to be looked at again
     * @param defects why it cannot be told apart into fields; none for nearly every record
     */
    record Stretch(int from, int to, long line, boolean isUsual, List<Defect> defects) {
        int length() {
            return to - from;
        }

        private Stretch below(long lines) {
            return new Stretch(
                    from,
                    to,
                    line + lines,
                    isUsual,
                    defects.isEmpty()
                            ? defects
                            : defects.stream()
                                    .map(defect -> new Defect(defect.line() + lines, defect.column(), defect.code()))
                                    .toList());
        }
    }

    /**
     * @param column the field, from 1
     * @param code key of the sentence that says what is wrong
     */
    record Defect(long line, int column, String code) {}

    /** Characters from which on it is worth reading a text in two halves, side by side. */
    private static final int LARGE = 1_000_000;

    static Layout of(String text, char separator) {
        String lineEnd = firstLineEnd(text);
        int middle = text.length() < LARGE ? -1 : text.indexOf('\n', text.length() / 2);
        return middle < 0 ? whole(text, separator, lineEnd) : halves(text, separator, lineEnd, middle + 1);
    }

    private static Layout whole(String text, char separator, String lineEnd) {
        Scan scan = new Scan(text, separator, lineEnd);
        scan.part(0, text.length());
        return new Layout(scan.records, lineEnd, scan.quoted);
    }

    /** A line ends there, unless it stands in quotes: then the whole text is read anew. */
    private static Layout halves(String text, char separator, String lineEnd, int middle) {
        Scan second = new Scan(text, separator, lineEnd);
        CompletableFuture<Void> rest = CompletableFuture.runAsync(() -> second.inParts(middle, text.length()));
        Scan first = new Scan(text, separator, lineEnd);
        first.inParts(0, middle);
        rest.join();
        if (first.quoted || second.quoted) {
            return whole(text, separator, lineEnd);
        }
        long lines = first.line - 1;
        second.records.forEach(record -> first.records.add(record.below(lines)));
        return new Layout(first.records, lineEnd, false);
    }

    private static String firstLineEnd(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == '\r') {
                return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
            } else if (!quoted && letter == '\n') {
                return "\n";
            }
        }
        return "\n";
    }

    /** The text without its malformed records: blanks in their place, so that every other record stands where it stood. */
    String wellFormed(String text) {
        List<Stretch> malformed =
                records.stream().filter(record -> !record.defects().isEmpty()).toList();
        if (malformed.isEmpty()) {
            return text;
        }
        char[] letters = text.toCharArray();
        for (Stretch record : malformed) {
            for (int i = record.from(); i < record.to(); i++) {
                letters[i] = ' ';
            }
        }
        return new String(letters);
    }

    /** One pass over the text, or over parts of it that begin and end where records do. */
    private static final class Scan {
        private static final char UNREADABLE = '\ufffd';
        private static final int PART = 100_000;

        private final String whole;
        private final char separator;
        private final String lineEnd;
        private final List<Stretch> records = new ArrayList<>();
        private final List<Defect> defects = new ArrayList<>();
        private char[] text = {};
        private int start;
        private int end;
        private int at;
        private int column;
        private long line = 1;
        private boolean quoted;
        private boolean usual;

        Scan(String whole, char separator, String lineEnd) {
            this.whole = whole;
            this.separator = separator;
            this.lineEnd = lineEnd;
        }

        /** Part by part, until a quote is found: no array of the whole text is needed then. */
        void inParts(int from, int to) {
            for (int next = from; next < to && !quoted; ) {
                int last = whole.indexOf('\n', Math.min(next + PART, to));
                int behind = last < 0 || last >= to ? to : last + 1;
                part(next, behind);
                next = behind;
            }
        }

        void part(int from, int to) {
            if (text.length < to - from) {
                text = new char[to - from];
            }
            whole.getChars(from, to, text, 0);
            start = from;
            end = to - from;
            at = 0;
            run();
        }

        /**
         * Whether a line ends here: at a line feed, at a return before one or before nothing, at a return alone where that ends
         * lines.
         */
        private boolean isLineEnd(int place) {
            char letter = text[place];
            return letter == '\n'
                    || (letter == '\r' && (lineEnd.equals("\r") || place + 1 == end || text[place + 1] == '\n'));
        }

        private int behindLineEnd(int place) {
            boolean isPair = text[place] == '\r' && place + 1 < end && text[place + 1] == '\n';
            return place + (isPair ? 2 : 1);
        }

        private void run() {
            while (at < end) {
                int from = at;
                long firstLine = line;
                column = 1;
                usual = true;
                record();
                records.add(new Stretch(start + from, start + at, firstLine, usual, List.copyOf(defects)));
                defects.clear();
                if (at < end) {
                    at = behindLineEnd(at);
                }
                line++;
            }
        }

        /** Leaves the position at the line break behind the record, or at the end. */
        private void record() {
            while (true) {
                if (at < end && text[at] == '"') {
                    quotedField();
                } else {
                    plainField();
                }
                if (at >= end || text[at] != separator) {
                    return;
                }
                at++;
                column++;
            }
        }

        private void plainField() {
            for (; at < end; at++) {
                char letter = text[at];
                boolean isMostLikely = letter > '"' && letter <= '~' && letter != separator;
                if (isMostLikely) {
                    continue;
                }
                if (letter == separator || isLineEnd(at)) {
                    return;
                }
                if (letter == '"') {
                    defect("csv.lone-quote");
                } else if (letter == '\r') {
                    defect("csv.bare-return");
                } else {
                    usual &= Cleaned.isUsual(letter);
                    requireReadable(letter);
                }
            }
        }

        private void quotedField() {
            quoted = true;
            usual = false;
            int opening = at;
            long openingLine = line;
            for (at++; at < end; at++) {
                char letter = text[at];
                if (letter == '"') {
                    if (at + 1 < end && text[at + 1] == '"') {
                        at++;
                    } else {
                        break;
                    }
                } else if (isLineEnd(at)) {
                    at = behindLineEnd(at) - 1;
                    line++;
                } else {
                    requireReadable(letter);
                }
            }
            if (at >= end) {
                resumeBehind(opening, openingLine);
                return;
            }
            at++;
            while (at < end && (text[at] == ' ' && separator != ' ')) {
                at++;
            }
            if (at < end && !isEndOfField()) {
                if (line > openingLine) {
                    resumeBehind(opening, openingLine);
                } else {
                    defect("csv.after-quote");
                    plainField();
                }
            }
        }

        private boolean isEndOfField() {
            return text[at] == separator || isLineEnd(at);
        }

        /** A quote that is never closed, or by another field's quote: its own line is lost, the next ones are not. */
        private void resumeBehind(int opening, long openingLine) {
            defects.removeIf(defect -> defect.line() > openingLine);
            at = opening;
            line = openingLine;
            defect("csv.open-quote");
            while (at < end && !isLineEnd(at)) {
                at++;
            }
        }

        private void requireReadable(char letter) {
            if (letter == 0) {
                defect("csv.nul");
            } else if (letter == UNREADABLE) {
                defect("csv.bytes");
            }
        }

        /** One defect a field is enough to find it. */
        private void defect(String code) {
            if (defects.isEmpty() || defects.get(defects.size() - 1).column() < column) {
                defects.add(new Defect(line, column, code));
            }
        }
    }
}
