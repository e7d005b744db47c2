package fr.perisco.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** Hands out a connection whose transaction is already under way, to who would begin and end many. */
final class OneTransaction extends SQLiteDataSource {
    private static final Set<String> LEFT_TO_THE_OWNER = Set.of("setAutoCommit", "commit", "rollback", "close");

    private final Connection connection;

    private OneTransaction(Connection connection) {
        this.connection = connection;
    }

    static DataSource on(Connection connection) {
        Connection handed = (Connection) Proxy.newProxyInstance(
                OneTransaction.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (LEFT_TO_THE_OWNER.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new OneTransaction(handed);
    }

    @Override
    public Connection getConnection() {
        return connection;
    }
}
