package fr.perisco.domain.family;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A diet says what is not eaten, never a faith (norm NS-058). */
class DietTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "halal",
                "HALAL",
                "repas hallal",
                "Halâl",
                "casher",
                "Kasher",
                "kascher",
                "kacher",
                "cascher",
                "cachère",
                "musulmane",
                "juif",
                "juive",
                "sans viande (juif)"
            })
    void aWordOfFaithIsRefusedAndTheNeutralOneProposed(String diet) {
        assertThat(Diet.neutralWordingFor(diet)).hasValue("sans porc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sans porc",
                "sans viande",
                "sans gluten",
                "végétarien",
                "sans pain",
                "sans arachide",
                "sans œuf",
                "mixé"
            })
    void whatIsNotEatenMayStand(String diet) {
        assertThat(Diet.neutralWordingFor(diet)).isEmpty();
        assertThat(Diet.tellsOfHealth(diet)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autiste",
                "Trouble autistique",
                "diabète",
                "sans sucre (DIABÉTIQUE)",
                "PAI",
                "P.A.I. arachide",
                "allergie arachide",
                "Allergique aux œufs",
                "intolérance au lactose",
                "maladie cœliaque",
                "épilepsie",
                "TDAH",
                "handicapé",
                "peanut allergy"
            })
    void aWordOfHealthIsNoDiet(String diet) {
        assertThat(Diet.tellsOfHealth(diet)).isTrue();
    }
}
