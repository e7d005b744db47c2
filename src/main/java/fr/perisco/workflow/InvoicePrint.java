package fr.perisco.workflow;

import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.pdf.InvoicePdf;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.store.InvoiceStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes issued documents as PDF files. A file that is there already with the same content is left alone. */
public final class InvoicePrint {
    /** Documents read ahead of the printers, which bounds the memory. */
    private static final int READ_AHEAD = 64;

    /**
     * @param missingCharacters which documents hold letters that no font has
     */
    public record Report(int written, int unchanged, List<Reason> missingCharacters) {}

    private final Office office;
    private final InvoiceStore store;
    private final Watcher watcher;
    private final InvoicePdf pdf = new InvoicePdf();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final List<Reason> missing = Collections.synchronizedList(new ArrayList<>());

    public InvoicePrint(Office office, Watcher watcher) {
        this.office = office;
        this.store = new InvoiceStore(office.database());
        this.watcher = watcher;
    }

    /**
     * One document into one file.
     *
     * @throws Refused when there is none of this number
     */
    public Report single(String number, Path file) {
        count(PrintedFile.put(office, file, drawn(new IssuedInvoices(office).show(number))));
        return report();
    }

    /** Every document of a month, each in a file named after its number. */
    public Report month(YearMonth month, Path folder) {
        try (WholeFiles files = new WholeFiles(folder)) {
            printAll(month, invoice -> {
                Path file = folder.resolve(invoice.number() + ".pdf");
                count(PrintedFile.put(office, file, drawn(invoice), files::add));
            });
            files.finish();
        }
        return report();
    }

    private void printAll(YearMonth month, Consumer<IssuedInvoice> printer) {
        ExecutorService printers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        Semaphore room = new Semaphore(READ_AHEAD);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        try {
            office.read(() -> {
                watcher.begin(store.count(month));
                store.each(month, null, invoice -> {
                    rethrow(failure.get());
                    room.acquireUninterruptibly();
                    printers.execute(() -> {
                        try {
                            printer.accept(invoice);
                            watcher.step();
                        } catch (RuntimeException | Error e) {
                            failure.compareAndSet(null, e);
                        } finally {
                            room.release();
                        }
                    });
                });
                return null;
            });
        } finally {
            room.acquireUninterruptibly(READ_AHEAD);
            printers.shutdown();
        }
        rethrow(failure.get());
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private Report report() {
        List<Reason> sorted = new ArrayList<>(missing);
        sorted.sort((one, other) -> one.toString().compareTo(other.toString()));
        return new Report(written.get(), unchanged.get(), sorted);
    }

    private byte[] drawn(IssuedInvoice invoice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MissingCharacters unknown = pdf.write(InvoiceDocuments.of(invoice), bytes);
            if (!unknown.isEmpty()) {
                missing.add(Reason.of("pdf.missing-characters", invoice.number(), unknown.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void count(boolean isNew) {
        (isNew ? written : unchanged).incrementAndGet();
    }
}
