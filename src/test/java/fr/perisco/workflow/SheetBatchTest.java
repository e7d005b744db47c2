package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetBatchTest {
    private static final Instant MONDAY = Instant.parse("2016-10-03T07:00:00.123Z");

    @TempDir
    Path folder;

    private Path place;

    @BeforeEach
    void namePlace() {
        place = folder.resolve("sheets");
    }

    private SheetBatch batch(long actId, boolean replacesPrint, String... families) {
        SheetBatch batch = SheetBatch.begin(place, actId, MONDAY, replacesPrint);
        for (String family : families) {
            batch.add(SheetBatch.nameFor(family), out -> WholeFile.put(out, bytes(family + " of " + actId)));
        }
        batch.add(SheetBatch.PRINT, out -> WholeFile.put(out, bytes("print of " + actId)));
        batch.seal();
        return batch;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String content(String name) throws IOException {
        return Files.readString(place.resolve(name));
    }

    @Test
    void aSheetHasNoNameBeforeItIsGood() throws IOException {
        batch(17, false, "F0001");

        assertThat(names()).containsExactly(".sheets-17-" + MONDAY.toEpochMilli());
    }

    @Test
    void aLaterRunFindsWhatIsUnderWay() {
        batch(17, false, "F0001");

        SheetBatch found = SheetBatch.in(place).get(0);
        assertThat(found.actId()).isEqualTo(17);
        assertThat(found.recordedAt()).isEqualTo(MONDAY);
    }

    @Test
    void goodSheetsGetTheirNamesAndTheOthersAreThrownAway() throws IOException {
        batch(17, false, "F0001", "F0002").settle(Set.of("identifiants-F0002.pdf"));

        assertThat(names()).containsExactly("identifiants-F0002.pdf", "print.pdf");
    }

    @Test
    void whereNothingIsGoodNothingIsLeft() throws IOException {
        batch(17, false, "F0001").settle(Set.of());

        assertThat(names()).isEmpty();
    }

    @Test
    void settlingGoesOnWhereItWasInterrupted() throws IOException {
        SheetBatch batch = batch(17, false, "F0001", "F0002");
        Path hidden = place.resolve(".sheets-17-" + MONDAY.toEpochMilli());
        Files.move(hidden.resolve("identifiants-F0001.pdf"), place.resolve("identifiants-F0001.pdf"));

        batch.settle(Set.of("identifiants-F0001.pdf", "identifiants-F0002.pdf"));

        assertThat(names()).containsExactly("identifiants-F0001.pdf", "identifiants-F0002.pdf", "print.pdf");
        assertThat(batch.settle(Set.of("identifiants-F0001.pdf"))).isEmpty();
        assertThat(content("print.pdf")).isEqualTo("print of 17");
    }

    @Test
    void anEarlierPrintFileIsKept() throws IOException {
        for (int act = 1; act <= 3; act++) {
            String family = "F000" + act;
            assertThat(batch(act, false, family).settle(Set.of(SheetBatch.nameFor(family))))
                    .isEqualTo(act == 1 ? Optional.empty() : Optional.of("print-" + (act - 1) + ".pdf"));
        }

        assertThat(content("print-1.pdf")).isEqualTo("print of 1");
        assertThat(content("print-2.pdf")).isEqualTo("print of 2");
        assertThat(content("print.pdf")).isEqualTo("print of 3");
        assertThat(content("identifiants-F0001.pdf")).isEqualTo("F0001 of 1");
    }

    @Test
    void aPrintFileOfNoUseAnyMoreIsReplaced() throws IOException {
        batch(1, false, "F0001").settle(Set.of("identifiants-F0001.pdf"));
        batch(2, true, "F0001").settle(Set.of("identifiants-F0001.pdf"));

        assertThat(names()).containsExactly("identifiants-F0001.pdf", "print.pdf");
        assertThat(content("print.pdf")).isEqualTo("print of 2");
        assertThat(content("identifiants-F0001.pdf")).isEqualTo("F0001 of 2");
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        batch(1, false, "F0001").settle(Set.of("identifiants-F0001.pdf"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aPlaceThatIsAFileIsRefusedAtOnce() throws IOException {
        Files.writeString(place, "a letter");

        for (Path where : List.of(place, place.resolve("below"))) {
            assertThatThrownBy(() -> SheetBatch.requireRoomIn(where)).isInstanceOf(Unavailable.class);
        }
        assertThat(SheetBatch.in(place)).isEmpty();
    }
}
