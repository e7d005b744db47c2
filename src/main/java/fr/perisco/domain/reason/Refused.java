package fr.perisco.domain.reason;

import java.util.List;

/** A rule says no: nothing was changed (exit code 3). */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public Refused(List<Reason> reasons) {
        super(reasons.toString());
        this.reasons = List.copyOf(reasons);
    }

    public static Refused because(String code, Object... details) {
        return new Refused(List.of(Reason.of(code, details)));
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
