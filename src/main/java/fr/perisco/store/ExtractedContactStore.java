package fr.perisco.store;

import static fr.perisco.store.generated.Tables.EXTRACTED_CONTACT;

import java.util.HashMap;
import java.util.Map;
import org.jooq.impl.DSL;

/** What the ministry's extraction last said of families' contacts. */
public final class ExtractedContactStore {
    /** A field of a family, such as {@code guardian_phone}. */
    public record Contact(long familyId, String field) {}

    private final Database database;

    public ExtractedContactStore(Database database) {
        this.database = database;
    }

    public Map<Contact, String> all() {
        Map<Contact, String> values = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(EXTRACTED_CONTACT.FAMILY_ID, EXTRACTED_CONTACT.FIELD, EXTRACTED_CONTACT.VALUE)
                        .from(EXTRACTED_CONTACT),
                row -> values.put(new Contact(row.getLong(1), row.getString(2)), row.getString(3)));
        return values;
    }

    /** Remembers values in the place of those before; nothing where there is none. */
    public void save(Map<Contact, String> values, Journal journal) {
        if (values.isEmpty()) {
            return;
        }
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .insertInto(
                                EXTRACTED_CONTACT,
                                EXTRACTED_CONTACT.FAMILY_ID,
                                EXTRACTED_CONTACT.FIELD,
                                EXTRACTED_CONTACT.VALUE,
                                EXTRACTED_CONTACT.ACT_ID)
                        .values(0L, "", "", 0L)
                        .onConflict(EXTRACTED_CONTACT.FAMILY_ID, EXTRACTED_CONTACT.FIELD)
                        .doUpdate()
                        .set(EXTRACTED_CONTACT.VALUE, DSL.excluded(EXTRACTED_CONTACT.VALUE))
                        .set(EXTRACTED_CONTACT.ACT_ID, DSL.excluded(EXTRACTED_CONTACT.ACT_ID)))) {
            values.forEach((contact, value) -> batch.add(contact.familyId(), contact.field(), value, journal.actId()));
        }
    }
}
