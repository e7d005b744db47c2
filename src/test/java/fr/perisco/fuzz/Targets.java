package fr.perisco.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every parser of what comes from outside. */
final class Targets {
    private Targets() {}

    static List<Target> all() {
        return Stream.of(FileTargets.all(), BodyTargets.all(), TextTargets.all())
                .flatMap(List::stream)
                .toList();
    }

    static Optional<Target> named(String name) {
        return all().stream().filter(target -> target.name().equals(name)).findFirst();
    }
}
