package fr.perisco.domain.activity;

import org.jspecify.annotations.Nullable;

/**
 * The ages that an activity takes, in completed years, both included.
 *
 * @param youngest null for no limit, and so is the other
 */
public record AgeRange(@Nullable Integer youngest, @Nullable Integer oldest) {
    public static final AgeRange ANY = new AgeRange(null, null);

    public AgeRange {
        if (youngest != null && oldest != null && youngest > oldest) {
            throw new IllegalArgumentException("ages that end before they start");
        }
    }

    public boolean isAny() {
        return youngest == null && oldest == null;
    }

    /** Such as {@code 3..11}, {@code 3..} or {@code ..11}. */
    @Override
    public String toString() {
        return (youngest == null ? "" : youngest) + ".." + (oldest == null ? "" : oldest);
    }
}
