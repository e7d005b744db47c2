package fr.perisco.domain.reason;

/** The command line asks for something that makes no sense (exit code 2). */
public final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public Misused(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public static Misused because(String code, Object... details) {
        return new Misused(Reason.of(code, details));
    }

    public Reason reason() {
        return reason;
    }
}
