package fr.perisco.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;

/** Whether every row that new rows name is there: the schema's foreign keys, looked up for many rows at once. */
final class References {
    private final Database database;

    References(Database database) {
        this.database = database;
    }

    /**
     * Looks up what the rows of a table name, from a key on.
     *
     * @param column the table's key, or the first column of it, or an indexed one
     * @throws IllegalStateException when a row is missing
     */
    void require(TableField<?, Long> column, long from) {
        if (!database.engine().leavesReferences()) {
            return;
        }
        String table = column.getTable().getName();
        String sql = "select 1 from " + table + " as t where t." + column.getName() + " >= ? and ("
                + String.join(" or ", missing(table)) + ") limit 1";
        try (PreparedStatement statement = database.connection().prepareStatement(sql)) {
            statement.setLong(1, from);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    throw new IllegalStateException(sql);
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException(sql, e);
        }
    }

    /** One condition a foreign key: that a row names another, and it is not there. */
    private Collection<String> missing(String table) {
        Map<Integer, String> named = new TreeMap<>();
        Map<Integer, String> found = new TreeMap<>();
        String sql = "pragma foreign_key_list(" + table + ")";
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                int key = rows.getInt("id");
                String parent = rows.getString("table");
                String ours = "t." + rows.getString("from");
                named.merge(key, ours + " is not null", (one, more) -> one + " and " + more);
                found.merge(
                        key,
                        "not exists (select 1 from " + parent + " as p where p." + rows.getString("to") + " = " + ours,
                        (one, more) ->
                                one + more.substring(more.indexOf(" where ")).replace(" where ", " and "));
            }
        } catch (SQLException e) {
            throw new DataAccessException(sql, e);
        }
        found.forEach(
                (key, condition) -> named.merge(key, condition + ")", (one, more) -> "(" + one + " and " + more + ")"));
        return named.values();
    }
}
