package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.credential.TemporaryPassword;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.CredentialStore;
import fr.perisco.store.CredentialStore.Former;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws a family another password and prints its sheet; the one before stops working, and a lock ends. The sheet is written inside the
 * transaction and gets its name when that is kept: one that has its name is valid. Killed in between, the family is reset again.
 */
public final class CredentialReset {
    /**
     * @param missing the characters that no font has; empty when there is none
     */
    public record Report(String login, String missing) {}

    /** What was stored in the place of what. */
    private record Stored(
            Report report,
            CredentialFamily family,
            String hash,
            @Nullable Former former) {}

    private final Office office;
    private final RandomGenerator random;

    /**
     * @param random a secure source
     */
    public CredentialReset(Office office, RandomGenerator random) {
        this.office = office;
        this.random = random;
    }

    /**
     * @param file where the sheet goes
     * @throws Refused when the family is unknown, or has no login
     * @throws Unavailable when the file cannot be written
     */
    public Report reset(String familyCode, Path file) {
        if (Files.isDirectory(file)) {
            throw Unavailable.because("file.cannot-write", file.toString());
        }
        SheetBatch.requireRoomIn(Path.of(file.toAbsolutePath().toString()).resolveSibling("."));
        if (office.isRehearsal()) {
            return new Report(office.read(() -> family(familyCode)).login(), "");
        }
        DrawnPassword drawn = new DrawnPassword(TemporaryPassword.draw(random), random);
        AtomicReference<@Nullable PartFile> sheet = new AtomicReference<>();
        try {
            Stored stored =
                    office.act("credential reset", null, journal -> store(familyCode, file, drawn, sheet, journal));
            office.keep();
            PartFile staged = sheet.get();
            if (staged != null) {
                place(staged, stored);
            }
            return stored.report();
        } finally {
            drawn.password().wipe();
            PartFile staged = sheet.get();
            if (staged != null) {
                staged.close();
            }
        }
    }

    /** A sheet that cannot have its name reaches nobody: the password before it is good again. */
    private void place(PartFile sheet, Stored stored) {
        try {
            sheet.place();
        } catch (Unavailable e) {
            office.act("credential reset", null, journal -> {
                new CredentialStore(office.database())
                        .takeBack(
                                stored.family().id(), stored.family().code(), stored.hash(), stored.former(), journal);
                return journal.actId();
            });
            office.keep();
            throw e;
        }
    }

    private CredentialFamily family(String code) {
        CredentialFamily family =
                new CredentialRoll(office).families(List.of(code)).get(0);
        if (family.login().isEmpty()) {
            throw Refused.because("credential.no-login", code, family.family().name());
        }
        return family;
    }

    private Stored store(
            String familyCode,
            Path file,
            DrawnPassword drawn,
            AtomicReference<@Nullable PartFile> sheet,
            Journal journal) {
        CredentialFamily family = family(familyCode);
        CredentialSheets sheets = new CredentialSheets(new SetupStore(office.database()).settings(), office.today());
        StringBuilder missing = new StringBuilder();
        sheet.set(PartFile.write(file, out -> missing.append(sheets.print(family, drawn, out))));
        CredentialStore credentials = new CredentialStore(office.database());
        Former former = credentials.find(family.id()).orElse(null);
        credentials.saveTemporary(List.of(family), Map.of(family.id(), drawn.hash()), DeliveryChannel.SHEET, journal);
        return new Stored(new Report(family.login(), missing.toString()), family, drawn.hash(), former);
    }
}
