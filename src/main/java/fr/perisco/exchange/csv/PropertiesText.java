package fr.perisco.exchange.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A properties file in UTF-8, with the line on which each name stands. */
public record PropertiesText(Map<String, Entry> values) {
    /**
     * @param line from 1
     */
    public record Entry(String value, long line) {}

    public static PropertiesText read(byte[] bytes, String source) {
        String text = CsvText.decode(bytes, null).text();
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Entry> values = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i).strip().split("[=:\\s]", 2)[0];
            String value = properties.getProperty(name);
            if (!name.isEmpty() && value != null) {
                values.put(name, new Entry(Cleaned.of(value), i + 1));
            }
        }
        return new PropertiesText(values);
    }
}
