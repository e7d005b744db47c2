package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.CaredChild.Care;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a family paid for its children's care in a year, child by child in the order of their codes.
 *
 * @param certified what gives a right to the tax credit
 * @param ageUnknown what might, if the child's birth date were known
 * @param givenBack negative: what was given back beyond what was paid, of which nothing can be certified
 */
public record CareYear(List<Care> certified, List<Care> ageUnknown, List<Care> givenBack) {
    public CareYear {
        certified = List.copyOf(certified);
        ageUnknown = List.copyOf(ageUnknown);
        givenBack = List.copyOf(givenBack);
    }

    /** Adds up what was paid of a family's documents; children who are too old are left out. */
    public static CareYear of(TaxYear year, List<PaidDocument> documents) {
        Map<CaredChild, Money> paid = new HashMap<>();
        for (PaidDocument document : documents) {
            List<Money> shares = document.paidInYear();
            for (int i = 0; i < shares.size(); i++) {
                PaidDocument.Line line = document.lines().get(i);
                if (line.childcare()) {
                    paid.merge(line.child(), shares.get(i), Money::plus);
                }
            }
        }
        List<Care> certified = new ArrayList<>();
        List<Care> ageUnknown = new ArrayList<>();
        List<Care> givenBack = new ArrayList<>();
        paid.entrySet().stream()
                .map(entry -> new Care(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(care -> care.child().code()))
                .forEach(care -> {
                    LocalDate birth = care.child().birthOn();
                    if ((birth != null && !year.takes(birth)) || care.paid().equals(Money.ZERO)) {
                        return;
                    }
                    (care.paid().isNegative() ? givenBack : birth == null ? ageUnknown : certified).add(care);
                });
        return new CareYear(certified, ageUnknown, givenBack);
    }
}
