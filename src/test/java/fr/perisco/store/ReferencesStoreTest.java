package fr.perisco.store;

import static fr.perisco.store.generated.Tables.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.OnlyOnFile;
import fr.perisco.TestDatabase;
import fr.perisco.domain.office.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnlyOnFile("a server looks up each row by itself")
class ReferencesStoreTest {
    private static final List<String> TWO_FAMILIES_AND_A_CHILD_OF_THE_FIRST = List.of(
            "insert into act (id, recorded_at, effective_at, actor, kind) values (1, '', '', '', '')",
            "insert into activity (id, code, label, service, from_on, to_on, deadline)"
                    + " values (1, 'CANTINE', '', '', '2016-09-01', '2017-08-31', 'none')",
            "insert into family (id, code, name, address, postcode, city, act_id)"
                    + " values (1, 'F1', '', '', '', '', 1), (2, 'F2', '', '', '', '', 1)",
            "insert into child (id, code, last_name, first_name, sex, diet, act_id) values (1, 'E1', '', '', '', '', 1)",
            "insert into child_family (family_id, child_id) values (1, 1)");

    @TempDir
    Path folder;

    private DatabaseAddress town;

    @BeforeEach
    void aTown() {
        town = TestDatabase.at(folder.resolve("town.db")).address();
        Schema.createOrUpgrade(town, any -> true);
        try (Database database = Database.open(town)) {
            database.write(true, () -> {
                TWO_FAMILIES_AND_A_CHILD_OF_THE_FIRST.forEach(database.dsl()::execute);
                return null;
            });
        }
    }

    @Test
    void rowsThatNameOthersPass() {
        register(1, 1, 1);
        assertThat(registrations()).isOne();
    }

    @Test
    void amongKeysWithGapsEachIsLookedUp() {
        try (Database database = Database.open(town)) {
            database.write(true, () -> database.dsl().execute("update family set id = 9 where id = 2"));
        }
        assertThatCode(() -> afterFamiliesIn(
                        "insert into guardian values (1, 1, '', '', '', '', '')," + " (9, 1, '', '', '', '', '')"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> afterFamiliesIn("insert into guardian values (5, 1, '', '', '', '', '')"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRowThatNamesNoneIsFoundAndAllIsTakenBack() {
        assertThatThrownBy(() -> register(1, 1, 99))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registration");
        assertThat(registrations()).isZero();
    }

    @Test
    void aKeyOfTwoColumnsMustBeOneRow() {
        assertThatThrownBy(() -> register(1, 2, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyRowsFromAKeyOnAreLookedUp() {
        try (Database database = Database.open(town)) {
            database.writeInBulk(true, () -> {
                insert(database, 1, 2, 1, 3);
                insert(database, 1, 1, 1, 4);
                new References(database).require(REGISTRATION.ID, 4);
                return null;
            });
        }
        assertThat(registrations()).isEqualTo(2);
    }

    @Test
    void afterwardsTheEngineLooksUpEachRowAgain() {
        try (Database database = Database.open(town)) {
            database.writeInBulk(true, () -> null);
            assertThatThrownBy(() -> database.write(true, () -> insert(database, 1, 2, 1, 5)))
                    .isInstanceOf(DataAccessException.class);
            database.writeInBulk(false, () -> null);
            assertThatThrownBy(() -> database.write(true, () -> insert(database, 1, 2, 1, 6)))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void familiesThatNameWhatIsNotThereAreFound() {
        assertThatCode(() -> afterFamiliesIn("insert into guardian values (1, 1, '', '', '', '', '')"))
                .doesNotThrowAnyException();
        for (String row : List.of(
                "guardian values (9, 1, '', '', '', '', '')",
                "family_residency values (1, '2016-09-01', 1, 9)",
                "family_quotient values (1, 9, '2016-09-01', '2016-09-01', 100, 1)",
                "child_family values (1, 9)",
                "child_schooling (child_id, from_on, school_id, class, act_id) values (1, '2016-09-01', 9, '', 1)")) {
            assertThatThrownBy(() -> afterFamiliesIn("insert into " + row))
                    .as(row)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(row.substring(0, row.indexOf(' ')));
        }
    }

    private void afterFamiliesIn(String sql) {
        try (Database database = Database.open(town)) {
            database.writeInBulk(true, () -> {
                database.dsl().execute(sql);
                FamilyWriter.requireReferences(database);
                return null;
            });
        }
    }

    private void register(int child, int family, int activity) {
        try (Database database = Database.open(town)) {
            database.writeInBulk(true, () -> {
                insert(database, child, family, activity, 1);
                new References(database).require(REGISTRATION.ID, 1);
                return null;
            });
        }
    }

    private static int insert(Database database, int child, int family, int activity, int id) {
        return database.dsl()
                .execute(
                        "insert into registration (id, child_id, family_id, activity_id, from_on, to_on, state, act_id)"
                                + " values (%d, %d, %d, %d, '2016-09-0%d', '2017-08-31', 'accepted', 1)"
                                        .formatted(id, child, family, activity, id));
    }

    private int registrations() {
        try (Database database = Database.open(town)) {
            return database.dsl().fetchCount(REGISTRATION);
        }
    }
}
