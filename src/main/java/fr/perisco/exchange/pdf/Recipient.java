package fr.perisco.exchange.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Whom a letter is for: what shows in the window of the envelope. The address may be empty (a letter handed over).
 *
 * @param names one line a person, civility included; at least one
 * @param addressLines without postcode and city
 */
public record Recipient(List<String> names, List<String> addressLines, String postcode, String city) {

    /** @throws IllegalArgumentException when there is no name */
    public Recipient {
        names = List.copyOf(names);
        addressLines = List.copyOf(addressLines);
        if (names.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException("a letter needs the name of its recipient");
        }
    }

    /** In place of a recipient whose name is no longer held. */
    public static Recipient erased() {
        return new Recipient(List.of(DocumentWords.text("recipient.erased")), List.of(), "", "");
    }

    /** The lines of the window, top to bottom, blank ones left out. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(names);
        lines.addAll(addressLines);
        lines.add((postcode + " " + city).strip());
        lines.removeIf(String::isBlank);
        return List.copyOf(lines);
    }
}
