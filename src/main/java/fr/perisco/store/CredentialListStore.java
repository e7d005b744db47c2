package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.CREDENTIAL;
import static fr.perisco.store.generated.Tables.CREDENTIAL_DELIVERY;

import fr.perisco.domain.credential.CredentialHandout;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.credential.LoginAttempts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads how far all families are with their passwords. */
public final class CredentialListStore {
    /**
     * @param temporary whether the office drew the password
     */
    public record Standing(boolean temporary, LoginAttempts attempts) {}

    private final Database database;

    public CredentialListStore(Database database) {
        this.database = database;
    }

    /** Of the families that have a password, by their keys. */
    public Map<Long, Standing> standings() {
        Map<Long, Standing> standings = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                CREDENTIAL.FAMILY_ID,
                                CREDENTIAL.IS_TEMPORARY,
                                CREDENTIAL.FAILURES,
                                CREDENTIAL.FAILED_AT,
                                CREDENTIAL.LOCKED_UNTIL_AT)
                        .from(CREDENTIAL),
                row -> standings.put(
                        row.getLong(1),
                        new Standing(
                                row.getBoolean(2),
                                new LoginAttempts(
                                        row.getInt(3),
                                        LoginStore.instant(row.getString(4)),
                                        LoginStore.instant(row.getString(5))))));
        return standings;
    }

    /** How each family's passwords were handed out, one after the other, by the families' keys. */
    public Map<Long, List<CredentialHandout>> handouts() {
        Map<Long, List<CredentialHandout>> handouts = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CREDENTIAL_DELIVERY.FAMILY_ID, CREDENTIAL_DELIVERY.CHANNEL, ACT.RECORDED_AT)
                        .from(CREDENTIAL_DELIVERY)
                        .join(ACT)
                        .on(ACT.ID.eq(CREDENTIAL_DELIVERY.ACT_ID))
                        .orderBy(CREDENTIAL_DELIVERY.ID),
                row -> handouts.computeIfAbsent(row.getLong(1), family -> new ArrayList<>())
                        .add(new CredentialHandout(
                                DeliveryChannel.ofCode(row.getString(2)), Instant.parse(row.getString(3)))));
        return handouts;
    }
}
