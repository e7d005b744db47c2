package fr.perisco.domain.reason;

import java.util.List;

/** A file has rejected lines or cannot be read: all of its faults are listed and nothing was changed (exit code 4). */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<InputFault> faults;

    public BadInput(List<InputFault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    public static BadInput of(String source, String code, Object... details) {
        return new BadInput(List.of(new InputFault(source, 0, 0, Reason.of(code, details))));
    }

    public List<InputFault> faults() {
        return faults;
    }
}
