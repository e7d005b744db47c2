package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.exchange.csv.Parsed;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file to import. */
public final class ImportFile {
    private final byte[] content;
    private final String source;
    private final @Nullable Charset charset;
    private final @Nullable Path rejected;

    /**
     * @param content kept as it is, not copied: files are large
     * @param source its name, for messages
     * @param charset its encoding, where the clerk says it; null to find it out
     * @param rejected where the rows that are set aside go; null when one bad row rejects the whole file
     */
    public ImportFile(byte[] content, String source, @Nullable Charset charset, @Nullable Path rejected) {
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

    /** Writes the rows that were set aside; no file where there are none, and none in a rehearsal. */
    void writeRejected(Parsed<?> parsed, Office office) {
        if (rejected != null && !parsed.rejectedRows().isEmpty() && !office.isRehearsal()) {
            WholeFile.write(rejected, out -> WholeFile.put(out, parsed.rejectedFile()));
        }
    }
}
