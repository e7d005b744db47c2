package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What the engine says, as one of the tool's failures. */
final class Failures {
    private static final int PRIMARY_CODE = 0xff;

    private Failures() {}

    /** An {@link Unavailable} for what lies outside the program; anything else comes back as it is. */
    static RuntimeException translated(RuntimeException failure, String file) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException engine) {
                String code = codeFor(engine.getErrorCode() & PRIMARY_CODE);
                return code.isEmpty() ? failure : new Unavailable(reason(code, file), failure);
            }
        }
        return failure;
    }

    private static Reason reason(String code, String file) {
        return code.equals("database.damaged") ? LastBackup.damaged(file) : Reason.of(code, file);
    }

    private static String codeFor(int primaryCode) {
        return switch (SQLiteErrorCode.getErrorCode(primaryCode)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> "database.busy";
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> "database.damaged";
            case SQLITE_FULL -> "database.disk-full";
            case SQLITE_READONLY, SQLITE_PERM -> "database.read-only";
            case SQLITE_IOERR -> "database.disk-failed";
            case SQLITE_CANTOPEN -> "database.cannot-open";
            default -> "";
        };
    }
}
