package fr.perisco.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;

/** Hands out a connection whose transaction is already under way, to who would begin and end many. */
final class OneTransaction {
    private static final Set<String> LEFT_TO_THE_OWNER = Set.of("setAutoCommit", "commit", "rollback", "close");

    private OneTransaction() {}

    static DataSource on(Connection connection) {
        Connection handed = proxy(Connection.class, (proxy, method, args) -> {
            if (LEFT_TO_THE_OWNER.contains(method.getName())) {
                return null;
            }
            try {
                return method.invoke(connection, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (method.getName().equals("getConnection")) {
                return handed;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneTransaction.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
