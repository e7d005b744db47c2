package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;

import fr.perisco.TestDatabase;
import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.store.FamilyRegister.KnownFamily;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialStoreTest {
    private static final Instant MONDAY = Instant.parse("2016-10-03T07:00:00.123Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @TempDir
    Path folder;

    private Database database;
    private CredentialStore store;

    @BeforeEach
    void openWithThreeFamilies() {
        DatabaseAddress town = TestDatabase.at(folder.resolve("town.db")).address();
        Schema.createOrUpgrade(town, any -> true);
        database = Database.open(town);
        store = new CredentialStore(database);
        write(MONDAY, journal -> {
            FamilyChanges changes = new FamilyChanges(database);
            for (String code : List.of("F1", "F2", "F3")) {
                changes.add(family(code));
            }
            changes.save(journal);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Family family(String code) {
        return new Family(
                code,
                "Dupont",
                new Guardian(1, "Mme", "Dupont", "Sandra", code + "@Example.org", ""),
                null,
                "",
                "",
                "",
                null,
                null,
                null);
    }

    private void write(Instant when, Consumer<Journal> work) {
        database.write(true, () -> {
            work.accept(new Journal(
                    database, when, LocalDateTime.parse("2016-10-03T09:00"), "sandra", "credential issue", null));
            return null;
        });
    }

    private List<CredentialFamily> families(String... codes) {
        Map<String, KnownFamily> known =
                FamilyRegister.read(database, LocalDate.of(2016, 10, 3)).families();
        Set<Long> holders = store.holders();
        return List.of(codes).stream()
                .map(known::get)
                .map(one -> new CredentialFamily(one.id(), one.family(), holders.contains(one.id()), List.of()))
                .toList();
    }

    private void save(Instant when, String mark, String... codes) {
        List<CredentialFamily> families = families(codes);
        Map<Long, String> hashes = new HashMap<>();
        families.forEach(family -> hashes.put(family.id(), "$argon2id$" + mark + family.code()));
        write(when, journal -> store.saveTemporary(families, hashes, DeliveryChannel.SHEET, journal));
    }

    private String rows(String sql) {
        return database.dsl().fetch(sql).formatCSV(false, ';', "").strip().replace("\r\n", "\n");
    }

    @Test
    void aTemporaryPasswordIsStoredWithItsDelivery() {
        save(MONDAY, "one-", "F1", "F3");

        assertThat(
                        rows(
                                "select family_id, password_hash, cast(is_temporary as integer), failures, locked_until_at, act_id from credential"))
                .isEqualTo("1;$argon2id$one-F1;1;0;;2\n3;$argon2id$one-F3;1;0;;2");
        assertThat(rows("select id, family_id, channel, act_id from credential_delivery"))
                .isEqualTo("1;1;sheet;2\n2;3;sheet;2");
        assertThat(store.holders()).containsExactlyInAnyOrder(1L, 3L);
        assertThat(rows("select code from audit_change")).isEqualTo("F1\nF3");
    }

    @Test
    void anotherOneTakesItsPlaceAndUnlocksTheFamily() {
        save(MONDAY, "one-", "F1");
        database.dsl()
                .execute(
                        "update credential set is_temporary = false, failures = 10, locked_until_at = '2016-10-03T10:00:00'");
        save(TUESDAY, "two-", "F1", "F2");

        assertThat(
                        rows(
                                "select family_id, password_hash, cast(is_temporary as integer), failures, locked_until_at, act_id from credential"))
                .isEqualTo("1;$argon2id$two-F1;1;0;;3\n2;$argon2id$two-F2;1;0;;3");
        assertThat(rows("select family_id, act_id from credential_delivery order by id"))
                .isEqualTo("1;2\n1;3\n2;3");
    }

    @Test
    void theTrailTellsOfEachPasswordAndNoHash() {
        save(MONDAY, "one-", "F1");
        save(TUESDAY, "two-", "F1", "F2");

        assertThat(rows("select act_id, subject, code, field, before, after from audit_change"))
                .isEqualTo("2;credential;F1;password;***;***\n3;credential;F1;password;***;***\n"
                        + "3;credential;F2;password;***;***");
    }

    @Test
    void anActIsKnownByItsNumberAndItsMoment() {
        save(MONDAY, "one-", "F3", "F1");

        assertThat(store.drawnBy(2, MONDAY))
                .containsExactly(Map.entry("F1", "f1@example.org"), Map.entry("F3", "f3@example.org"));
        assertThat(store.drawnBy(2, TUESDAY)).isEmpty();
        assertThat(store.drawnBy(1, MONDAY)).isEmpty();
        assertThat(store.drawnBy(99, MONDAY)).isEmpty();
    }

    @Test
    void aPasswordThatWasReplacedSinceIsNotTheActsAnyMore() {
        save(MONDAY, "one-", "F1", "F3");
        save(TUESDAY, "two-", "F1");

        assertThat(store.drawnBy(2, MONDAY)).containsOnlyKeys("F3");
    }

    @Test
    void nobodyToServeLeavesNoTrace() {
        write(TUESDAY, journal -> store.saveTemporary(List.of(), Map.of(), DeliveryChannel.SHEET, journal));

        assertThat(rows("select count(*) from act")).isEqualTo("1");
    }

    @Test
    void aPasswordInClearIsNoHash() {
        List<CredentialFamily> families = families("F1");
        assertThatThrownBy(() -> write(
                        MONDAY,
                        journal -> store.saveTemporary(
                                families, Map.of(1L, "k7mp-x4tq-9rwd-h2vn"), DeliveryChannel.SHEET, journal)))
                .hasStackTraceContaining("constraint")
                .satisfies(failure -> assertThat(getStackTrace(failure)).doesNotContain("k7mp-x4tq"));
        assertThat(store.holders()).isEmpty();
    }
}
