package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.sql.SQLException;

/** What a server says, as one of the tool's failures. */
final class PostgresFailures {
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
            case "08", "57", "53" -> "database.server-gone";
            case "28" -> "database.not-let-in";
            case "58", "XX" -> "database.disk-failed";
            default -> "";
        };
    }
}
