package fr.perisco.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language: a properties file in UTF-8, of which a line is read when it is asked for. A command needs some fifty of
 * two thousand, and to read them all would be a third of its start.
 */
final class MessageFile extends ResourceBundle {
    private final byte[] content;

    /** Where the lines begin, by their keys. */
    private final Map<String, Integer> lines = new HashMap<>(4096);

    /**
     * @param content each key at the beginning of a line, with an equals sign behind it
     */
    MessageFile(byte[] content) {
        this.content = content;
        int from = 0;
        while (from < content.length) {
            int end = endOfLine(from);
            int equals = from;
            while (equals < end && content[equals] != '=') {
                equals++;
            }
            if (equals < end && content[from] != '#') {
                lines.put(new String(content, from, equals - from, StandardCharsets.ISO_8859_1), from);
            }
            from = end + 1;
        }
    }

    /** A line that ends with a backslash goes on. */
    private int endOfLine(int from) {
        int end = from;
        while (end < content.length && content[end] != '\n') {
            end += content[end] == '\\' ? 2 : 1;
        }
        return Math.min(end, content.length);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        Integer from = lines.get(key);
        return from == null ? null : read(from).getProperty(key);
    }

    private Properties read(int from) {
        String line = new String(content, from, endOfLine(from) - from, StandardCharsets.UTF_8);
        Properties one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return one;
    }

    @Override
    public boolean containsKey(String key) {
        return lines.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(lines.keySet());
    }
}
