package fr.perisco.domain.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long an invoice has been past its due date; on the day itself it is not yet. */
public enum Age {
    NOT_DUE("not-due", 0),
    TO_30("1-30", 30),
    TO_60("31-60", 60),
    TO_90("61-90", 90),
    OVER_90("over-90", Long.MAX_VALUE);

    private final String code;
    private final long atMost;

    Age(String code, long atMost) {
        this.code = code;
        this.atMost = atMost;
    }

    public String code() {
        return code;
    }

    public static Age of(LocalDate dueOn, LocalDate today) {
        long days = ChronoUnit.DAYS.between(dueOn, today);
        for (Age age : values()) {
            if (days <= age.atMost) {
                return age;
            }
        }
        return OVER_90;
    }
}
