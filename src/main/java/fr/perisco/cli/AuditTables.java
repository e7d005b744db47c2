package fr.perisco.cli;

import fr.perisco.domain.office.AuditedAct;
import fr.perisco.domain.office.AuditedChange;
import fr.perisco.exchange.table.Table;
import java.util.List;

/** How the audit trail is told. */
final class AuditTables {
    private AuditTables() {}

    static Table acts(List<AuditedAct> acts) {
        Table table = Table.of("act", "recorded_at", "effective_at", "by", "kind", "reason");
        acts.forEach(done ->
                table.row(done.id(), done.recordedAt(), done.effectiveAt(), done.actor(), done.kind(), done.reason()));
        return table.totals(acts.size(), null, null, "", "", "");
    }

    static Table changes(List<AuditedChange> changes) {
        Table table = Table.of(
                "act",
                "recorded_at",
                "effective_at",
                "by",
                "kind",
                "subject",
                "code",
                "field",
                "before",
                "after",
                "reason");
        changes.forEach(change -> table.row(
                change.act().id(),
                change.act().recordedAt(),
                change.act().effectiveAt(),
                change.act().actor(),
                change.act().kind(),
                change.subject(),
                change.code(),
                change.field(),
                change.before(),
                change.after(),
                change.act().reason()));
        return table;
    }
}
