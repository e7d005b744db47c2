package fr.perisco.domain.activity;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers from one to another, both included, such as the ages that an activity takes.
 *
 * @param lowest null for no limit, and so is the other
 */
public record NumberRange(
        @Nullable Integer lowest, @Nullable Integer highest) {
    public static final NumberRange ANY = new NumberRange(null, null);

    public NumberRange {
        if (lowest != null && highest != null && lowest > highest) {
            throw new IllegalArgumentException("a range that ends before it starts");
        }
    }

    public boolean isAny() {
        return lowest == null && highest == null;
    }

    public boolean contains(int number) {
        return (lowest == null || lowest <= number) && (highest == null || number <= highest);
    }

    /** Whether some number lies in both. */
    public boolean meets(NumberRange other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(NumberRange other) {
        return highest != null && other.lowest != null && highest < other.lowest;
    }

    /** Such as {@code 3..11}, {@code 3..} or {@code ..11}. */
    @Override
    public String toString() {
        return (lowest == null ? "" : lowest) + ".." + (highest == null ? "" : highest);
    }
}
