package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.reason.Reason;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What families ask for, and the state that their requests are kept in. */
class RequestActionTest {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2016, 11, 10, 10, 0);

    @ParameterizedTest
    @CsvSource({
        "add, ADD",
        "Ajouter, ADD",
        "cancel, CANCEL",
        " annulation , CANCEL",
        "facture, INVOICE",
        "tax-certificate, TAX_CERTIFICATE",
        "Attestation fiscale, TAX_CERTIFICATE",
        "attestation d’inscription, REGISTRATION_CERTIFICATE",
    })
    void anActionIsReadInBothLanguages(String written, RequestAction action) {
        assertThat(RequestAction.parse(written)).hasValue(action);
    }

    @ParameterizedTest
    @EnumSource
    void itsCodeIsRead(RequestAction action) {
        assertThat(RequestAction.parse(action.code())).hasValue(action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "delete", "add cancel"})
    void whatIsNoActionIsNotRead(String written) {
        assertThat(RequestAction.parse(written)).isEmpty();
    }

    @Test
    void onlyADocumentMayNameNoDay() {
        assertThat(new PortalRequest(MOMENT, "a@example.org", "", "", "", null, RequestAction.INVOICE).day())
                .isNull();
        assertThatThrownBy(() -> new PortalRequest(MOMENT, "a@example.org", "E1", "A", "U", null, RequestAction.ADD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKED, granted",
        "ALREADY_BOOKED, granted",
        "ALREADY_WAITING, granted",
        "CANCELLED, granted",
        "KEPT, granted",
        "WAITING, waiting",
        "TOO_LATE, refused",
        "FULL, refused",
        "NOT_BOOKED, refused",
        "OTHER_FAMILY, refused",
        "UNKNOWN, refused",
        "NO_CALENDAR, refused",
    })
    void aVerdictLeavesARequestInItsState(Verdict verdict, String state) {
        assertThat(RequestOutcome.of(verdict, Reason.of("x")).state()).isEqualTo(state);
    }
}
