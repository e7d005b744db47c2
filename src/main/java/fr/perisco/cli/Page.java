package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Table;
import fr.perisco.exchange.table.TableWriter;

/** A sheet on a terminal: sentences, and tables under their titles. */
final class Page {
    private final Desk desk;

    Page(Desk desk) {
        this.desk = desk;
    }

    void sentence(String code, Object... details) {
        desk.out().println(desk.words().say(code, details));
    }

    void sentence(Reason reason) {
        sentence(reason.code(), reason.details().toArray());
    }

    String heldName(String name) {
        return desk.heldName(name);
    }

    /** A text of the office's own, as it stands. */
    void text(String text) {
        if (!text.isEmpty()) {
            desk.out().println(TableWriter.harmless(text));
        }
    }

    void title(String code) {
        desk.out().println();
        sentence(code);
    }

    /** A table under its title; nothing when there is nothing to show. */
    void table(String title, Table table) {
        if (!table.isEmpty()) {
            title(title);
            TableWriter.terminal(table, desk.out());
        }
    }
}
