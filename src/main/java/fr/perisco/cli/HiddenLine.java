package fr.perisco.cli;

import java.util.Optional;

/** Reads a line that nobody sees being typed. */
@FunctionalInterface
public interface HiddenLine {
    /**
     * @return what was typed, to be wiped by who asked; empty where the terminal cannot hide it, or nothing came
     */
    Optional<char[]> read(String prompt);
}
