package fr.perisco.exchange.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the records of a delimited text stand, and what is malformed in them: a parser would guess what those mean and lose or
 * glue fields together, so they are taken out before it sees them. Lines end as the first one does; a carriage return alone ends
 * them only where it ends the first one, or the file.
 *
 * @param records all of them, empty lines too, in the order of the text
 * @param lineEnd what ends the first of them
 */
record Layout(List<Stretch> records, String lineEnd) {
    /**
     * A record.
     *
     * @param from its first character
     * @param to behind its last character, before the line break
     * @param defects why it cannot be told apart into fields; none for nearly every record
     */
    record Stretch(int from, int to, long line, List<Defect> defects) {}

    /**
     * @param column the field, from 1
     * @param code key of the sentence that says what is wrong
     */
    record Defect(long line, int column, String code) {}

    static Layout of(String text, char separator) {
        return new Scan(text, separator).run();
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

    /** One pass over the text. */
    private static final class Scan {
        private static final char UNREADABLE = '\ufffd';

        private final String text;
        private final char separator;
        private final int end;
        private final String lineEnd;
        private final List<Stretch> records = new ArrayList<>();
        private final List<Defect> defects = new ArrayList<>();
        private int at;
        private int column;
        private long line = 1;

        Scan(String text, char separator) {
            this.text = text;
            this.separator = separator;
            this.end = text.length();
            this.lineEnd = firstLineEnd();
        }

        private String firstLineEnd() {
            boolean quoted = false;
            for (int i = 0; i < end; i++) {
                char letter = text.charAt(i);
                if (letter == '"') {
                    quoted = !quoted;
                } else if (!quoted && letter == '\r') {
                    return i + 1 < end && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
                } else if (!quoted && letter == '\n') {
                    return "\n";
                }
            }
            return "\n";
        }

        /**
         * Whether a line ends here: at a line feed, at a return before one or before nothing, at a return alone where that ends
         * lines.
         */
        private boolean isLineEnd(int place) {
            char letter = text.charAt(place);
            return letter == '\n'
                    || (letter == '\r' && (lineEnd.equals("\r") || place + 1 == end || text.charAt(place + 1) == '\n'));
        }

        private int behindLineEnd(int place) {
            boolean isPair = text.charAt(place) == '\r' && place + 1 < end && text.charAt(place + 1) == '\n';
            return place + (isPair ? 2 : 1);
        }

        Layout run() {
            while (at < end) {
                int from = at;
                long firstLine = line;
                column = 1;
                record();
                records.add(new Stretch(from, at, firstLine, List.copyOf(defects)));
                defects.clear();
                if (at < end) {
                    at = behindLineEnd(at);
                }
                line++;
            }
            return new Layout(records, lineEnd);
        }

        /** Leaves the position at the line break behind the record, or at the end. */
        private void record() {
            while (true) {
                if (at < end && text.charAt(at) == '"') {
                    quotedField();
                } else {
                    plainField();
                }
                if (at >= end || text.charAt(at) != separator) {
                    return;
                }
                at++;
                column++;
            }
        }

        private void plainField() {
            for (; at < end; at++) {
                char letter = text.charAt(at);
                boolean isMostLikely = letter > '"' && letter != separator && letter != UNREADABLE;
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
                    requireReadable(letter);
                }
            }
        }

        private void quotedField() {
            int opening = at;
            long openingLine = line;
            for (at++; at < end; at++) {
                char letter = text.charAt(at);
                if (letter == '"') {
                    if (at + 1 < end && text.charAt(at + 1) == '"') {
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
            while (at < end && (text.charAt(at) == ' ' && separator != ' ')) {
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
            return text.charAt(at) == separator || isLineEnd(at);
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
