package fr.perisco;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a database file holds, looked at from outside. */
public final class StoredContent {
    private StoredContent() {}

    /** Every row of every table, but for the moments on the clock, the seals, which cover them, and what is drawn at random. */
    public static String of(Path database) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select name from sqlite_master where type = 'table' and name not like 'flyway%'"
                            + " and name not in ('seal', 'stray_login_secret') order by name")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        text.append(table);
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            boolean clock = rows.getMetaData().getColumnName(i).equals("recorded_at");
                            byte[] cell = clock ? null : rows.getBytes(i);
                            text.append('|').append(cell == null ? "" : new String(cell, StandardCharsets.ISO_8859_1));
                        }
                        text.append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    /** The series of numbers that do not count up from 1 one by one, as the rows that tell of them. */
    public static List<String> seriesWithGaps(Path database) throws SQLException {
        List<String> series = new ArrayList<>();
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select prefix || ' ' || min(sequence) || '-' || max(sequence) || ': ' || count(*)
                        from invoice group by prefix
                        having min(sequence) <> 1 or max(sequence) <> count(distinct sequence)""")) {
            while (rows.next()) {
                series.add(rows.getString(1));
            }
        }
        return series;
    }

    private static Connection open(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }
}
