package fr.perisco.exchange.chart;

import java.util.List;

/**
 * A bar chart, in words and numbers. Nothing in it hangs on colour: each bar says what it comes to, each layer of a bar has its
 * mark.
 *
 * @param upright whether bars stand, or lie beside their names
 * @param names one a bar
 * @param layers that bars are made of, from the bottom
 * @param written what stands at the end of each bar
 * @param nothing the sentence that stands where all is zero
 */
public record Chart(
        String title, boolean upright, List<String> names, List<Layer> layers, List<String> written, String nothing) {
    /**
     * A part of each bar.
     *
     * @param mark a letter that stands in it; empty for none, where there is one layer only
     * @param values one a bar
     */
    public record Layer(String name, String mark, List<Long> values) {
        public Layer {
            values = List.copyOf(values);
        }
    }

    public Chart {
        names = List.copyOf(names);
        layers = List.copyOf(layers);
        written = List.copyOf(written);
        int bars = names.size();
        if (written.size() != bars
                || layers.stream().anyMatch(layer -> layer.values().size() != bars)) {
            throw new IllegalArgumentException("each bar has a name, a value in each layer and a text");
        }
    }

    boolean isEmpty() {
        return layers.stream().flatMap(layer -> layer.values().stream()).allMatch(value -> value == 0);
    }

    /** The highest bar. */
    long most() {
        long most = 0;
        for (int bar = 0; bar < names.size(); bar++) {
            most = Math.max(most, sumOf(bar));
        }
        return most;
    }

    long sumOf(int bar) {
        return layers.stream().mapToLong(layer -> layer.values().get(bar)).sum();
    }
}
