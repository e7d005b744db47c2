package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody changes in the file behind the tool's back, {@code db verify} names by the act that recorded it. */
class SealedActsCommandTest {
    private static final List<String> SEALED = List.of(
            "act",
            "audit_change",
            "tariff",
            "payment",
            "online_payment",
            "payout",
            "allocation",
            "tax_certificate",
            "tax_certificate_line",
            "deposit",
            "deposit_line",
            "reminder",
            "reminder_invoice",
            "payment_plan",
            "payment_plan_invoice",
            "payment_plan_instalment",
            "treasury_list",
            "treasury_debtor",
            "treasury_claim");

    private static final String CERTIFIED = "SELECT f.code FROM invoice_line l"
            + " JOIN invoice i ON i.id = l.invoice_id JOIN family f ON f.id = i.family_id"
            + " JOIN unit u ON u.id = l.unit_id JOIN registration r ON r.id = l.registration_id"
            + " JOIN child c ON c.id = r.child_id"
            + " WHERE u.is_tax_eligible AND c.birth_on >= '2010-01-01' AND f.code > 'F0030' LIMIT 1";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aWinterOfPapers() throws IOException {
        office = TestOffice.booked(folder);
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(
                folder.resolve("new/tariffs.csv"),
                Files.readString(Path.of(TestOffice.sample("setup/tariffs.csv")))
                        .replace(";yes;2.70;", ";yes;2.80;"));
        office.done("setup", "load", "new");
        at("2016-12-01T08:00", "invoice", "run", "2016-11");
        String certified = office.rows(CERTIFIED).get(0);
        at("2016-12-10T09:00", "payment", "add", certified, "500", "--method", "cheque", "--reference", "77");
        at("2016-12-10T09:00", "payment", "add", "F0001", "30", "--method", "cheque", "--reference", "78");
        office.write(
                "paid.csv",
                "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop\n"
                        + "012345;2016;F0516120002;x;800;a@b.example;T;P;3feabd;08122016;2122;id-1\n");
        at("2016-12-11T09:00", "payment", "import", "paid.csv");
        at("2016-12-12T09:00", "payment", "refund", "F0001", "1", "--method", "transfer", "--reason", "moves");
        at("2016-12-13T09:00", "payment", "deposit", "--method", "cheque", "-o", "slip.pdf");
        at("2017-01-15T09:00", "invoice", "remind", "--family", "F0003", "-o", "reminder.pdf");
        at("2017-03-01T09:00", "certificate", "tax", "2016", "--family", certified, "-o", "tax.pdf");
        at("2017-03-01T09:00", "plan", "add", "F0028", "--from", "2017-04-01", "--months", "2");
        at("2017-04-01T09:00", "invoice", "treasury", "-o", "treasury.pdf");
    }

    private TestOffice.Answer at(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        return office.done(all.toArray(String[]::new));
    }

    private void tamper(String sql) {
        try (Connection connection = office.connectUnruled();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private String actOf(String kind) {
        return "(SELECT max(id) FROM act WHERE kind = '" + kind + "')";
    }

    @Test
    void whatNobodyTouchedHolds() {
        at("2017-05-01T09:00", "plan", "end", "1", "--reason", "paid otherwise");
        byte[] before = office.database();
        TestOffice.Answer verified = office.run("db", "verify");
        assertThat(verified.err()).isEmpty();
        assertThat(verified.exit()).isZero();
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.rows("SELECT count(*) FROM tariff WHERE retired_act_id IS NOT NULL"))
                .isNotEqualTo(List.of("0"));
        assertThat(office.rows("SELECT count(*) FROM act LEFT JOIN seal ON act_id = id WHERE hash IS NULL"))
                .containsExactly("0");
    }

    @Test
    void whatWasChangedIsNamedByItsAct() {
        Map<String, String> tamperings = new LinkedHashMap<>();
        tamperings.put("UPDATE payment SET amount_cents = amount_cents + 100 WHERE id = 1", "payment add");
        tamperings.put("UPDATE payment SET received_on = '2016-12-09' WHERE id = 2", "payment add");
        tamperings.put("UPDATE payment SET drawer = 'x' WHERE id = 2", "payment add");
        tamperings.put("UPDATE online_payment SET numauto = 'x'", "payment import");
        tamperings.put("UPDATE payout SET reason = 'x'", "payment refund");
        tamperings.put("DELETE FROM allocation WHERE id = (SELECT min(id) FROM allocation)", "payment add");
        tamperings.put("UPDATE tax_certificate SET recipient = 'x'", "certificate tax");
        tamperings.put("UPDATE tax_certificate_line SET amount_cents = amount_cents + 1", "certificate tax");
        tamperings.put("UPDATE deposit SET made_on = '2016-12-14'", "payment deposit");
        tamperings.put("UPDATE deposit_line SET payer = 'x'", "payment deposit");
        tamperings.put("UPDATE reminder SET content = 'x'", "invoice remind");
        tamperings.put("UPDATE reminder_invoice SET balance_cents = balance_cents + 1", "invoice remind");
        tamperings.put("UPDATE payment_plan_instalment SET amount_cents = amount_cents + 1", "plan add");
        tamperings.put("UPDATE payment_plan SET made_on = '2017-03-02'", "plan add");
        tamperings.put("DELETE FROM payment_plan_invoice", "plan add");
        tamperings.put("UPDATE treasury_claim SET balance_cents = balance_cents + 1", "invoice treasury");
        tamperings.put("UPDATE treasury_debtor SET recipient = 'x'", "invoice treasury");
        tamperings.put("UPDATE treasury_list SET made_on = '2017-04-02'", "invoice treasury");
        tamperings.put("UPDATE tariff SET price_cents = price_cents + 1 WHERE retired_act_id IS NULL", "setup load");
        tamperings.put("DELETE FROM audit_change WHERE act_id = " + actOf("setup load"), "setup load");
        tamperings.put("UPDATE act SET actor = 'evil' WHERE id = " + actOf("invoice run"), "invoice run");
        tamperings.put("UPDATE act SET reason = '' WHERE id = " + actOf("invoice run"), "invoice run");
        tamperings.put("UPDATE act SET recorded_at = 'x' WHERE id = " + actOf("import weeks"), "import weeks");
        tamperings.put("UPDATE seal SET hash = zeroblob(32) WHERE act_id = " + actOf("plan add"), "plan add");
        tamperings.put("DELETE FROM seal WHERE act_id = " + actOf("plan add"), "plan add");
        tamperings.put("DELETE FROM seal WHERE act_id = (SELECT max(id) FROM act)", "invoice treasury");
        tamperings.put("DELETE FROM seal", "setup load");
        TestDatabase.Kept whole = office.keep();
        SoftAssertions all = new SoftAssertions();
        tamperings.forEach((sql, kind) -> {
            office.putBack(whole);
            tamper(sql);
            TestOffice.Answer verified = office.run("db", "verify");
            all.assertThat(verified.exit()).as(sql).isEqualTo(ExitCode.BAD_DATA);
            all.assertThat(verified.err()).as(sql).containsPattern("act \\d+ \\(" + kind + " by ");
        });
        all.assertAll();
    }

    /** Keys, and what a later act may fill, are left out; everything else that these tables hold is sealed. */
    @Test
    void everyColumnIsSealed() throws SQLException {
        TestDatabase.Kept whole = office.keep();
        int changed = 0;
        SoftAssertions all = new SoftAssertions();
        for (String table : SEALED) {
            for (Map.Entry<String, Integer> column : columnsBesideTheKey(table).entrySet()) {
                office.putBack(whole);
                tamper("UPDATE " + table + " SET " + column.getKey() + " = "
                        + another(column.getKey(), column.getValue()) + " WHERE " + lastRow(table));
                all.assertThat(office.run("db", "verify").err())
                        .as(table + "." + column.getKey())
                        .contains("what it recorded is not what stands there now");
                changed++;
            }
        }
        all.assertAll();
        assertThat(changed).isGreaterThan(60);
    }

    private Map<String, Integer> columnsBesideTheKey(String table) throws SQLException {
        Map<String, Integer> columns = new TreeMap<>();
        try (Connection connection = office.connect()) {
            try (ResultSet all = connection.getMetaData().getColumns(null, null, table, null)) {
                while (all.next()) {
                    columns.put(all.getString("COLUMN_NAME"), all.getInt("DATA_TYPE"));
                }
            }
        }
        columns.keySet().removeAll(key(table));
        columns.keySet().removeAll(List.of("act_id", "retired_act_id", "ended_on", "end_reason", "end_act_id"));
        return columns;
    }

    private List<String> key(String table) throws SQLException {
        List<String> key = new ArrayList<>();
        try (Connection connection = office.connect();
                ResultSet columns = connection.getMetaData().getPrimaryKeys(null, null, table)) {
            while (columns.next()) {
                key.add(columns.getString("COLUMN_NAME"));
            }
        }
        return key;
    }

    private String lastRow(String table) throws SQLException {
        String key = String.join(", ", key(table));
        String last = key(table).stream().map(column -> column + " DESC").collect(Collectors.joining(", "));
        return "(" + key + ") = (SELECT " + key + " FROM " + table + " ORDER BY " + last + " LIMIT 1)";
    }

    private static String another(String column, int type) {
        return switch (type) {
            case Types.VARCHAR -> "coalesce(" + column + ", '') || 'x'";
            case Types.DATE -> "coalesce(" + column + ", date '2000-01-01') + 1";
            case Types.BIT -> "not coalesce(" + column + ", false)";
            default -> "coalesce(" + column + ", 0) + 1";
        };
    }

    @Test
    void oneActThatWasChangedDoesNotMakeTheOthersSuspect() {
        String act = office.rows("SELECT act_id FROM payment WHERE id = 1").get(0);
        tamper("UPDATE payment SET reference = '79' WHERE id = 1");
        assertThat(office.run("db", "verify").errLines())
                .singleElement()
                .asString()
                .contains("act " + act + " (payment add by clerk): what it recorded is not what stands there now");
        assertThat(office.run("--lang", "fr", "db", "verify").err())
                .contains("acte " + act + " (payment add par clerk)", "n’est plus ce qui se trouve dans la base");
    }

    @Test
    void anActThatWasTakenOutLeavesAGap() {
        String act = office.rows("SELECT max(id) FROM act WHERE kind = 'import weeks'")
                .get(0);
        tamper("DELETE FROM seal WHERE act_id = " + act);
        tamper("DELETE FROM act WHERE id = " + act);
        assertThat(office.run("db", "verify").err())
                .contains("act " + (Long.parseLong(act) + 1) + " (")
                .contains("the act before it is missing");
    }

    @Test
    void actsFromBeforeSealsAreLeftAloneAndThoseSinceAreNot() {
        tamper("DELETE FROM seal");
        tamper("INSERT INTO seal SELECT max(id), zeroblob(32) FROM act");
        at("2017-05-01T09:00", "payment", "add", "F0005", "1", "--method", "card");
        assertThat(office.run("db", "verify").exit()).isZero();
        tamper("UPDATE payment SET amount_cents = 101 WHERE id = (SELECT max(id) FROM payment)");
        assertThat(office.run("db", "verify").err()).contains("(payment add by clerk)");
    }

    @Test
    void aRehearsalAndWhatChangesNothingSealNothing() {
        byte[] before = office.database();
        at("2017-05-01T09:00", "payment", "add", "F0005", "1", "--method", "card", "--dry-run");
        at("2017-05-01T09:00", "setup", "load", "new");
        assertThat(office.database()).isEqualTo(before);
    }
}
