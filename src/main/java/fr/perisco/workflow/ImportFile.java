package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.exchange.csv.Parsed;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file to import. */
public final class ImportFile {
    private final byte[] content;
    private final String source;
    private final @Nullable Charset charset;
    private final @Nullable Path rejected;
    private final Consumer<Path> keptAside;

    /** A file that is loaded whole or not at all. */
    public ImportFile(byte[] content, String source, @Nullable Charset charset) {
        this(content, source, charset, null, kept -> {});
    }

    /**
     * @param content kept as it is, not copied: files are large
     * @param source its name, for messages
     * @param charset its encoding, where the clerk says it; null to find it out
     * @param rejected where the rows that are set aside go; null when one bad row rejects the whole file
     * @param keptAside is told under which name other rows are kept that somebody may have mended there
     */
    public ImportFile(
            byte[] content,
            String source,
            @Nullable Charset charset,
            @Nullable Path rejected,
            Consumer<Path> keptAside) {
        this.keptAside = keptAside;
        this.content = content;
        this.source = source;
        this.charset = charset;
        this.rejected = rejected;
    }

    byte[] content() {
        return content;
    }

    String source() {
        return source;
    }

    @Nullable
    Charset charset() {
        return charset;
    }

    /**
     * Decides over a file that was judged: whole, in part, or not at all.
     *
     * @throws BadInput when it has faults and may not be loaded in part, or when not even its columns are understood
     */
    void requireLoadable(Parsed<?> parsed) {
        if (!isLoadable(parsed)) {
            throw new BadInput(parsed.faults());
        }
    }

    /** Whether a file that was judged may be loaded, at least in part. */
    boolean isLoadable(Parsed<?> parsed) {
        return parsed.faults().isEmpty() || (rejected != null && parsed.isUnderstood());
    }

    /** Writes the rows that were set aside; no file where there are none, in a rehearsal, and when the others are not kept. */
    void writeRejected(Parsed<?> parsed, Office office) {
        if (rejected != null && !parsed.rejectedRows().isEmpty() && !office.isRehearsal()) {
            byte[] rows = parsed.rejectedFile();
            WholeFile.keepOther(rejected, rows).ifPresent(keptAside);
            WholeFile.write(rejected, out -> WholeFile.put(out, rows));
            office.orElse(() -> WholeFile.discard(rejected));
        }
    }
}
