package fr.perisco.fuzz;

import org.jspecify.annotations.Nullable;

/** Where Jazzer enters: its first argument names the target. */
public final class Fuzzed {
    private static @Nullable Target target;

    private Fuzzed() {}

    public static void fuzzerInitialize(String[] args) {
        target = Targets.named(args[0]).orElseThrow();
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (target != null) {
            target.property().judge(input);
        }
    }
}
