package fr.perisco.cli;

/** The exit codes of the contract. */
final class ExitCode {
    static final int OK = 0;
    static final int BUG = 1;
    static final int USAGE = 2;
    static final int REFUSED = 3;
    static final int BAD_DATA = 4;
    static final int UNAVAILABLE = 5;
    static final int PARTIAL = 6;

    private ExitCode() {}
}
