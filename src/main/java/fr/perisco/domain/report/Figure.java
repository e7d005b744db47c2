package fr.perisco.domain.report;

import fr.perisco.domain.money.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One figure of a section: how many, and how much.
 *
 * @param key what it is about: a code, never a sentence
 * @param label the setup's name of it; empty where there is none
 */
public record Figure(String key, String label, int count, Money amount) {
    public Figure {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a figure of nothing");
        }
    }

    /** Figures of nothing yet, in the order of their keys. */
    public static Map<String, Figure> blank(List<String> keys) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        keys.forEach(key -> figures.put(key, new Figure(key, "", 0, Money.ZERO)));
        return figures;
    }

    public Figure plus(int more, Money much) {
        return new Figure(key, label, count + more, amount.plus(much));
    }

    /** How many all of them count. */
    public static int count(Collection<Figure> figures) {
        return figures.stream().mapToInt(Figure::count).sum();
    }

    /** How much all of them come to. */
    public static Money amount(Collection<Figure> figures) {
        return figures.stream().map(Figure::amount).reduce(Money.ZERO, Money::plus);
    }
}
