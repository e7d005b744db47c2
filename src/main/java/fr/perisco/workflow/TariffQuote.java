package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.Share;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.tariff.PricedChild;
import fr.perisco.domain.tariff.Quote;
import fr.perisco.domain.tariff.TariffGrids;
import fr.perisco.store.ConsumptionStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.SharingStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a child pays on a day, and why. */
public final class TariffQuote {
    /**
     * The price of a day and what it rests on.
     *
     * @param quotient the record in force; empty when the family has none
     * @param share what part of it the family pays, with the day's registration
     */
    public record Answer(
            Child child,
            String familyCode,
            Unit unit,
            LocalDate day,
            boolean resident,
            Optional<FamilyQuotient> quotient,
            PricedChild priced,
            Quote quote,
            Share share) {
        /** What the family pays. */
        public Money price() {
            return share.of(quote.unitPrice());
        }
    }

    private final Office office;
    private final FamilyStore families;

    public TariffQuote(Office office) {
        this.office = office;
        this.families = new FamilyStore(office.database());
    }

    /**
     * @param familyCode the payer; null for the one whose registration covers the day, else the child's first family
     * @throws Refused when a code is unknown or no tariff covers the day
     */
    public Answer of(
            String childCode, String activityCode, String unitCode, LocalDate day, @Nullable String familyCode) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            Child child = families.child(childCode).orElseThrow(() -> Refused.because("unknown.child", childCode));
            Unit unit = Units.find(setup.units(), activityCode, unitCode);
            PayingFamily payer =
                    new ConsumptionStore(office.database()).payingFamily(payer(child, unit, day, familyCode));
            boolean resident = payer.residency().isResidentOn(day);
            Optional<FamilyQuotient> quotient = payer.quotients().inForceOn(day);
            PricedChild priced = payer.pricedChild(child.code(), day);
            Quote quote = new TariffGrids(setup.tariffs())
                    .quote(
                            unit.id(),
                            day,
                            resident,
                            quotient.map(FamilyQuotient::quotient).orElse(null),
                            priced)
                    .orElseThrow(() -> Refused.because("tariff.none", activityCode, unitCode, day, priced.written()));
            return new Answer(
                    child, payer.code(), unit, day, resident, quotient, priced, quote, share(child, unit, day, payer));
        });
    }

    private Share share(Child child, Unit unit, LocalDate day, PayingFamily payer) {
        SharingStore sharings = new SharingStore(office.database());
        YearMonth month = YearMonth.from(day);
        return new RegistrationStore(office.database())
                .ofChild(child.id()).stream()
                        .filter(row -> row.activityId() == unit.activity().id() && row.covers(day))
                        .flatMap(row -> sharings.of(row.id(), row.familyId()).portions(month).stream())
                        .filter(portion -> portion.familyId() == payer.id()
                                && portion.days().contains(day))
                        .map(Sharing.Portion::share)
                        .findFirst()
                        .orElse(Share.WHOLE);
    }

    private long payer(Child child, Unit unit, LocalDate day, @Nullable String familyCode) {
        if (familyCode != null) {
            return new FamilyCodes(office).idOf(familyCode);
        }
        return families.payerOn(child.id(), unit.activity().id(), day)
                .orElseThrow(() -> Refused.because("tariff.no-payer", child.code()));
    }
}
