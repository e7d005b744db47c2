package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.store.Database;
import fr.perisco.store.HoldingsStore;
import fr.perisco.store.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldingsPdfTest {
    private static final List<String> OF_ACTS =
            List.of("act", "recorded_at", "kind", "subject", "code", "field", "before", "after");

    @Test
    void everythingHeldHasAFrenchName(@TempDir Path folder) {
        Path file = folder.resolve("town.db");
        Schema.createOrUpgrade(file);
        try (Database database = Database.open(file)) {
            List<HoldingsStore.Holding> holdings = new HoldingsStore(database).of(List.of(1L));
            assertThat(holdings).hasSizeGreaterThan(15);
            for (HoldingsStore.Holding holding : holdings) {
                assertThat(DocumentWords.text("holdings.kind." + holding.name()))
                        .isNotBlank();
                assertThat(holding.columns()).isNotEmpty().allSatisfy(HoldingsPdfTest::hasName);
            }
        }
        assertThat(OF_ACTS).allSatisfy(HoldingsPdfTest::hasName);
    }

    @Test
    void whoPaysWhichWeeksReadsAsAFamilyWouldSayIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HoldingsPdf()
                .write(
                        new HoldingsDocument(
                                "Bourg",
                                "F1",
                                LocalDate.of(2016, 11, 30),
                                List.of(
                                        new HoldingsDocument.Entry("shares", 1, "weeks", "even"),
                                        new HoldingsDocument.Entry("shares", 1, "percent", "33.5"),
                                        new HoldingsDocument.Entry("shares", 2, "percent", "50.0"))),
                        out);
        assertThat(ReadBack.of(out.toByteArray()).text())
                .contains("semaines paires", "33,5", "50")
                .doesNotContain("even", "33.5", "50.0", "50,0");
    }

    private static void hasName(String column) {
        assertThat(DocumentWords.text("holdings.field." + column)).isNotBlank().isNotEqualTo(column);
    }
}
