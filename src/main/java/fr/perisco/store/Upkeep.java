package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** What concerns the file as a whole: its soundness and its copies. Each engine has its own words for it. */
public final class Upkeep {
    private final Database database;

    public Upkeep(Database database) {
        this.database = database;
    }

    /** What the engine finds wrong with the file; empty when it is sound. */
    public List<Reason> findings() {
        List<Reason> findings = new ArrayList<>();
        database.dsl().fetch("pragma integrity_check").forEach(row -> {
            String finding = String.valueOf(row.get(0));
            if (!finding.equals("ok")) {
                findings.add(Reason.of("verify.integrity", finding));
            }
        });
        database.dsl()
                .fetch("pragma foreign_key_check")
                .forEach(row -> findings.add(
                        Reason.of("verify.reference", String.valueOf(row.get(0)), String.valueOf(row.get(1)))));
        return findings;
    }

    /** Writes a compact copy of the database as it is now; others may go on writing. */
    public void copyTo(Path file) {
        try {
            database.dsl().execute("vacuum into {0}", DSL.inline(file.toString()));
        } catch (DataAccessException e) {
            throw Failures.translated(e, database.name());
        }
    }
}
