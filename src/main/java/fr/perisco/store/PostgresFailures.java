package fr.perisco.store;

import fr.perisco.domain.office.DatabaseAddress.OnServer;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** What a server says, as one of the tool's failures. */
final class PostgresFailures {
    private static final String CONNECTION = "08";

    private PostgresFailures() {}

    /** An {@link Unavailable} for what lies outside the program; anything else comes back as it is. */
    static RuntimeException translated(RuntimeException failure, String name) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException server) {
                String code = codeFor(server.getSQLState());
                return code.isEmpty() ? failure : new Unavailable(Reason.of(code, name), failure);
            }
        }
        return failure;
    }

    /** A server that answers, and does not show what it must, is told from one that is away. */
    static RuntimeException ofConnecting(SQLException e, OnServer server) {
        boolean isAnswered =
                server.isToBeProved() && String.valueOf(e.getSQLState()).startsWith(CONNECTION);
        for (Throwable cause = e.getCause(); cause != null && isAnswered; cause = cause.getCause()) {
            isAnswered = !(cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof UnknownHostException);
        }
        return isAnswered
                ? new Unavailable(Reason.of("database.server-unproved", server.name()), e)
                : translated(new DataAccessException("open", e), server.name());
    }

    /** By the classes of PostgreSQL's error codes, appendix A of its manual. */
    private static String codeFor(String state) {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case "55P03", "40001", "40P01" -> "database.busy";
            case "53100" -> "database.disk-full";
            case "25006", "42501" -> "database.read-only";
            case "3D000", "3F000" -> "database.missing";
            default -> codeForClass(state.substring(0, Math.min(2, state.length())));
        };
    }

    private static String codeForClass(String stateClass) {
        return switch (stateClass) {
            case CONNECTION, "57", "53" -> "database.server-gone";
            case "28" -> "database.not-let-in";
            case "58", "XX" -> "database.disk-failed";
            default -> "";
        };
    }
}
