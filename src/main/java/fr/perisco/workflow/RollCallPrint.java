package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.pdf.AuthorisedSheet;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.RollCallPdf;
import fr.perisco.store.AuthorisedStore;
import fr.perisco.store.SetupStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Prints roll-call sheets: into one file, or each into a file of its own. */
public final class RollCallPrint {
    /**
     * What to print.
     *
     * @param weekly a sheet a week with a column a day, instead of a sheet a day
     * @param authorised whether each sheet is followed by who may fetch its children
     */
    public record Order(RollCall.Filter filter, boolean weekly, boolean authorised) {
        /** The days that stand on a sheet together. */
        Stream<DaySpan> spans() {
            DaySpan days = filter.scope().days();
            return weekly ? Stream.of(days) : days.days().map(DaySpan::of);
        }
    }

    /**
     * @param sheets how many
     * @param written files; none when nobody is expected
     * @param unchanged files that were there already with the same content
     * @param missing the characters that no font has; empty when there is none
     */
    public record Report(int sheets, int written, int unchanged, String missing) {}

    private final Office office;
    private final TreeSet<Integer> missing = new TreeSet<>();
    private int sheets;
    private int written;
    private int unchanged;

    public RollCallPrint(Office office) {
        this.office = office;
    }

    /**
     * All sheets into one file, page by page.
     *
     * @throws Refused when a code or the class is unknown
     */
    public Report single(Order order, Path file) {
        return office.read(() -> {
            Iterator<RollCallSheets.Named> all = sheets(order).iterator();
            if (all.hasNext()) {
                if (office.isRehearsal()) {
                    write(all, firstDay(order), OutputStream.nullOutputStream());
                } else {
                    WholeFile.write(file, out -> write(all, firstDay(order), out));
                }
                written++;
            }
            return report();
        });
    }

    /**
     * Each sheet into a file of its own, named after its day, unit, school and class.
     *
     * @throws Refused when a code or the class is unknown
     */
    public Report each(Order order, Path folder) {
        return office.read(() -> {
            PlainNames names = new PlainNames();
            sheets(order).forEach(named -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                write(List.of(named).iterator(), named.sheet().days().get(0), bytes);
                keep(folder.resolve(names.of(named.name()) + ".pdf"), bytes.toByteArray());
            });
            return report();
        });
    }

    private Stream<RollCallSheets.Named> sheets(Order order) {
        RollCall roll = new RollCall(office);
        RollCallSheets maker = new RollCallSheets(
                InvoiceDocuments.head(new SetupStore(office.database()).settings())
                        .name(),
                order.authorised() ? new AuthorisedStore(office.database()).byChild() : null);
        List<Unit> units = roll.units(order.filter());
        return order.spans()
                .flatMap(days -> units.stream()
                        .map(unit -> maker.of(
                                unit,
                                roll.children(order.filter(), unit, days).toList(),
                                order.weekly() ? "semaine-" + days.from() : String.valueOf(days.from())))
                        .flatMap(Collection::stream));
    }

    private static LocalDate firstDay(Order order) {
        return order.filter().scope().days().from();
    }

    private void write(Iterator<RollCallSheets.Named> all, LocalDate firstDay, OutputStream out) {
        try (RollCallPdf pdf = new RollCallPdf(out, firstDay)) {
            while (all.hasNext()) {
                RollCallSheets.Named named = all.next();
                missing.addAll(pdf.add(named.sheet()).codePoints());
                AuthorisedSheet authorised = named.authorised();
                if (authorised != null) {
                    missing.addAll(pdf.add(authorised).codePoints());
                }
                sheets++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Path file, byte[] content) {
        if (PrintedFile.put(office, file, content)) {
            written++;
        } else {
            unchanged++;
        }
    }

    private Report report() {
        return new Report(sheets, written, unchanged, new MissingCharacters(missing).toString());
    }
}
