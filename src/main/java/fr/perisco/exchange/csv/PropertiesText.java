package fr.perisco.exchange.csv;

import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A properties file in UTF-8, with the line on which each name stands. Its columns are two: the name and the value.
 *
 * @param faults what does not read
 */
public record PropertiesText(Map<String, Entry> values, List<InputFault> faults) {
    public static final int NAME = 1;
    public static final int VALUE = 2;

    private static final Pattern COMMENT = Pattern.compile("[ \\t\\f]*[#!]");
    private static final Pattern GOES_ON = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\\\z");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u(?![0-9A-Fa-f]{4})");

    /**
     * @param line from 1; 0 where the name is written in a way that hides its line
     */
    public record Entry(String value, long line) {}

    public static PropertiesText read(byte[] bytes, String source) {
        Map<String, Entry> values = new LinkedHashMap<>();
        List<InputFault> faults = new ArrayList<>();
        List<String> lines =
                new ArrayList<>(CsvText.decode(bytes, null).text().lines().toList());
        boolean goesOn = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean isRead = goesOn || !isComment(lines.get(i));
            goesOn = isRead && GOES_ON.matcher(lines.get(i)).find();
            if (isRead && BROKEN_ESCAPE.matcher(lines.get(i)).find()) {
                faults.add(new InputFault(source, i + 1, VALUE, Reason.of("setup.escape", nameOn(lines.get(i)))));
                lines.set(i, "");
            }
        }
        Properties properties = load(String.join("\n", lines));
        for (int i = 0; i < lines.size(); i++) {
            String name = nameOn(lines.get(i));
            String value = properties.getProperty(name);
            if (!name.isEmpty() && value != null) {
                Entry before = values.putIfAbsent(name, new Entry(Cleaned.of(value), i + 1));
                if (before != null) {
                    faults.add(
                            new InputFault(source, i + 1, NAME, Reason.of("setup.setting-twice", name, before.line())));
                }
            }
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> values.putIfAbsent(name, new Entry(Cleaned.of(properties.getProperty(name)), 0)));
        values.forEach((name, entry) -> judge(source, name, entry, faults));
        return new PropertiesText(values, faults);
    }

    private static boolean isComment(String line) {
        return COMMENT.matcher(line).lookingAt();
    }

    private static String nameOn(String line) {
        return line.strip().split("[=:\\s]", 2)[0];
    }

    private static Properties load(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static void judge(String source, String name, Entry entry, List<InputFault> faults) {
        String value = entry.value();
        int hostile = Cleaned.hostileIn(value);
        if (hostile == '\ufffd') {
            faults.add(new InputFault(source, entry.line(), VALUE, Reason.of("csv.bytes")));
        } else if (hostile >= 0) {
            Reason reason = Reason.of("csv.control-character", name, "U+%04X".formatted(hostile));
            faults.add(new InputFault(source, entry.line(), VALUE, reason));
        } else if (value.length() > CsvRow.LONGEST_TEXT) {
            Reason reason = Reason.of("csv.too-long", name, value.length(), CsvRow.LONGEST_TEXT);
            faults.add(new InputFault(source, entry.line(), VALUE, reason));
        }
    }
}
