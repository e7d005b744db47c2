package fr.perisco;

import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.office.DatabaseAddress.OnServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;

/** A database of a test's own on the server, instead of the file of a name. */
final class ServerDatabase implements TestDatabase {
    /** A database that others are made from. */
    private record Template(String name) implements Kept {}

    private static final String SCHEMA = "town";
    private static final Map<Path, ServerDatabase> BY_FILE = new LinkedHashMap<>();
    private static int made;

    private final String name;
    private boolean hadFolder;
    private boolean isMade;

    private ServerDatabase(String name) {
        this.name = name;
    }

    static synchronized ServerDatabase at(Path file) {
        forgetThoseOfDeletedFolders();
        return BY_FILE.computeIfAbsent(file.toAbsolutePath(), any -> new ServerDatabase(newName()));
    }

    private static void forgetThoseOfDeletedFolders() {
        for (Iterator<Map.Entry<Path, ServerDatabase>> all = BY_FILE.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Path, ServerDatabase> one = all.next();
            ServerDatabase database = one.getValue();
            if (Files.isDirectory(one.getKey().getParent())) {
                database.hadFolder = true;
            } else if (database.hadFolder) {
                database.drop();
                all.remove();
            }
        }
    }

    private static synchronized String newName() {
        made++;
        return "office_" + made;
    }

    private static void tell(String sql) {
        try (Connection connection = DriverManager.getConnection(TestServer.url("postgres", "public"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Made as late as can be: many are made from a template at once. */
    private String made() {
        if (!isMade) {
            tell("create database " + name);
            isMade = true;
        }
        return name;
    }

    private void drop() {
        tell("drop database if exists " + name + " with (force)");
    }

    @Override
    public DatabaseAddress address() {
        return new OnServer(TestServer.url(made(), SCHEMA), Optional.empty(), Optional.empty());
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(TestServer.url(made(), SCHEMA));
    }

    @Override
    public Connection connectUnruled() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare rule record; begin
                        for rule in select conrelid::regclass as of, conname as name from pg_constraint
                            where contype in ('c', 'f') and connamespace = current_schema()::regnamespace
                        loop execute format('alter table %s drop constraint %I', rule.of, rule.name); end loop;
                    end $$
                    """);
        }
        return connection;
    }

    @Override
    public byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Connection connection = connect()) {
            for (String table : tables(connection)) {
                content.write((table + "\n").getBytes(StandardCharsets.UTF_8));
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select t from \"" + table + "\" t order by t) to stdout", content);
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError(name, e);
        }
        return content.toByteArray();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = '" + SCHEMA
                        + "' order by tablename collate \"C\"")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @Override
    public Kept keep() {
        // As its server would have done by itself after a minute.
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new AssertionError(name, e);
        }
        Template template = new Template(newName());
        tell("create database " + template.name() + " template " + name);
        return template;
    }

    @Override
    public void putBack(Kept kept) {
        if (isMade) {
            drop();
        }
        tell("create database " + name + " template " + ((Template) kept).name());
        isMade = true;
    }

    @Override
    public void delete() {
        drop();
        synchronized (ServerDatabase.class) {
            BY_FILE.values().remove(this);
        }
    }
}
