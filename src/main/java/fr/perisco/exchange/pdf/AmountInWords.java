package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Amounts in French words, as receipts and cheques have them: {@code treize euros et cinquante centimes}. */
final class AmountInWords {
    private static final String[] TO_NINETEEN = {
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf"
    };
    private static final String[] TENS = {
        "", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"
    };
    private static final int MILLION = 1_000_000;

    private AmountInWords() {}

    /**
     * @param amount from 0 to less than a thousand million euros
     * @throws IllegalArgumentException when it lies outside
     */
    static String of(Money amount) {
        long euros = amount.cents() / 100;
        int cents = (int) (amount.cents() % 100);
        if (amount.isNegative() || euros >= 1000L * MILLION) {
            throw new IllegalArgumentException(amount + " is not written in words");
        }
        String whole = number((int) euros)
                + (euros >= MILLION && euros % MILLION == 0 ? " d’euro" : " euro")
                + (euros > 1 ? "s" : "");
        if (cents == 0) {
            return whole;
        }
        String rest = number(cents) + (cents > 1 ? " centimes" : " centime");
        return euros == 0 ? rest : whole + " et " + rest;
    }

    private static String number(int number) {
        if (number == 0) {
            return TO_NINETEEN[0];
        }
        List<String> words = new ArrayList<>();
        int millions = number / MILLION;
        int thousands = number / 1000 % 1000;
        if (millions > 0) {
            words.add(belowThousand(millions, true) + (millions > 1 ? " millions" : " million"));
        }
        if (thousands > 0) {
            words.add(thousands == 1 ? "mille" : belowThousand(thousands, false) + " mille");
        }
        if (number % 1000 > 0) {
            words.add(belowThousand(number % 1000, true));
        }
        return String.join(" ", words);
    }

    /**
     * @param last whether no other number word follows: {@code deux cents}, but {@code deux cent mille}
     */
    private static String belowThousand(int number, boolean last) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (hundreds == 0) {
            return belowHundred(rest, last);
        }
        String words = hundreds == 1 ? "cent" : TO_NINETEEN[hundreds] + " cent";
        if (rest > 0) {
            return words + " " + belowHundred(rest, last);
        }
        return hundreds > 1 && last ? words + "s" : words;
    }

    private static String belowHundred(int number, boolean last) {
        if (number < TO_NINETEEN.length) {
            return TO_NINETEEN[number];
        }
        int tens = number / 10;
        int unit = tens == 7 || tens == 9 ? number % 10 + 10 : number % 10;
        if (unit == 0) {
            return tens == 8 && last ? TENS[tens] + "s" : TENS[tens];
        }
        boolean and = (unit == 1 && tens < 7) || number == 71;
        return TENS[tens] + (and ? " et " : "-") + TO_NINETEEN[unit];
    }
}
