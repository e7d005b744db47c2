package fr.perisco.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A long list in portions that one statement can name. */
final class Portions {
    private static final int LARGEST = 500;

    private Portions() {}

    static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = all.stream().distinct().toList();
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < list.size(); from += LARGEST) {
            portions.add(list.subList(from, Math.min(list.size(), from + LARGEST)));
        }
        return portions;
    }
}
