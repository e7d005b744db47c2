package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.CaredChild.Care;
import fr.perisco.domain.payment.TaxYear;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.TaxCertificates;

/** How tax certificates are told. */
final class TaxTables {
    private TaxTables() {}

    static Table certified(TaxCertificates.Report report, TaxYear year) {
        Table table = Table.of(
                "number",
                "family",
                "family_name",
                "child",
                "child_name",
                "birth_date",
                "year",
                "amount",
                "issued_on",
                "replaces");
        Money total = Money.ZERO;
        for (TaxCertificates.Certified certified : report.certified()) {
            for (Care care : certified.care().certified()) {
                var certificate = certified.certificate();
                table.row(
                        certificate == null ? "" : certificate.number(),
                        certified.familyCode(),
                        certified.familyName(),
                        care.child().code(),
                        care.child().name(),
                        care.child().birthOn(),
                        Integer.toString(year.year()),
                        care.paid(),
                        certificate == null ? null : certificate.issuedOn(),
                        certificate == null ? null : certificate.replaces());
                total = total.plus(care.paid());
            }
        }
        return table.totals(Integer.toString(report.certified().size()), "", "", "", "", null, "", total, null, null);
    }
}
