package fr.perisco.fuzz;

import java.util.function.Supplier;

/**
 * A parser, and what it holds to whatever it is given.
 *
 * @param name also of its folder in the corpus
 */
record Target(String name, Property property) {
    /** Ends quietly for every input; what it throws is a finding. */
    interface Property {
        void judge(byte[] input) throws Exception;
    }

    static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }
}
