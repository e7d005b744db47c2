package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A printed line: one child, activity, unit and unit price.
 *
 * @param registration the activity's label
 * @param label the unit's label, or what the line is
 * @param month the month of the days billed
 * @param corrects the number of the invoice that an adjustment corrects; null for other lines
 */
public record InvoiceLine(
        LineKind kind,
        String childCode,
        String childName,
        String registration,
        String label,
        String service,
        YearMonth month,
        Money unitPrice,
        List<LinePiece> pieces,
        @Nullable String corrects) {
    public InvoiceLine {
        pieces = List.copyOf(pieces);
    }

    /** The same line with one piece more. */
    public InvoiceLine with(LinePiece piece) {
        List<LinePiece> all = new ArrayList<>(pieces);
        all.add(piece);
        return new InvoiceLine(
                kind, childCode, childName, registration, label, service, month, unitPrice, all, corrects);
    }

    public int quantity() {
        int quantity = 0;
        for (LinePiece piece : pieces) {
            quantity += piece.quantity();
        }
        return quantity;
    }

    public Money amount() {
        return unitPrice.times(quantity());
    }

    void addTo(Digest digest) {
        digest.add(kind.code())
                .add(childName)
                .add(registration)
                .add(label)
                .add(service)
                .add(month)
                .add(unitPrice.cents());
        for (LinePiece piece : pieces) {
            digest.add(piece.registrationId())
                    .add(piece.unitId())
                    .add(piece.days().bits())
                    .add(piece.quantity())
                    .add(piece.tariffId())
                    .add(piece.quotientId());
            if (!piece.share().isWhole()) {
                digest.add(piece.share().from()).add(piece.share().to());
            }
            if (piece.surcharge() && kind == LineKind.ADJUSTMENT) {
                digest.add(LineKind.SURCHARGE.code());
            }
        }
        if (corrects != null) {
            digest.add(corrects);
        }
    }
}
