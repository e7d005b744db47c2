package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttleStop;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.OfficeHead;
import fr.perisco.exchange.pdf.PassengerPdf;
import fr.perisco.exchange.pdf.PassengerSheet;
import fr.perisco.store.SetupStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes passenger lists as a PDF, a page a run. */
public final class ShuttlePrint {
    private final Office office;

    public ShuttlePrint(Office office) {
        this.office = office;
    }

    /**
     * @return that the file holds letters which no font has; empty when it holds none
     */
    public Optional<Reason> print(List<PassengerList> lists, Path file) {
        OfficeHead head = office.read(() -> InvoiceDocuments.head(new SetupStore(office.database()).settings()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MissingCharacters missing;
        try {
            missing = new PassengerPdf()
                    .write(lists.stream().map(list -> sheet(list, head)).toList(), bytes);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
        if (!office.isRehearsal()) {
            WholeFile.write(file, out -> WholeFile.put(out, bytes.toByteArray()));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of("shuttle.pdf.missing-characters", missing.toString()));
    }

    private static PassengerSheet sheet(PassengerList list, OfficeHead head) {
        Shuttle shuttle = list.run().shuttle();
        return new PassengerSheet(
                head,
                shuttle.code(),
                shuttle.label(),
                shuttle.unit().activity().label() + " – " + shuttle.unit().label(),
                list.run().day(),
                shuttle.seats(),
                list.run().freeSeats(),
                list.run().over(),
                shuttle.stops().stream()
                        .filter(stop -> stop.served() || !passengers(list, stop).isEmpty())
                        .map(stop -> new PassengerSheet.Stop(stop.time(), stop.label(), passengers(list, stop)))
                        .toList());
    }

    private static List<PassengerSheet.Passenger> passengers(PassengerList list, ShuttleStop stop) {
        return list.lines().stream()
                .filter(line -> line.stop().equals(stop))
                .map(line -> new PassengerSheet.Passenger(
                        line.childName(), line.schoolName(), line.schoolClass(), line.phone(), line.over()))
                .toList();
    }
}
