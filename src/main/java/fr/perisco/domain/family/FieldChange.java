package fr.perisco.domain.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of something took another value.
 *
 * @param subject what kind of thing, such as {@code family}
 * @param code which one
 * @param field the field's name in files
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record FieldChange(
        String subject,
        String code,
        String field,
        @Nullable Object before,
        @Nullable Object after) {
    private static final String HIDDEN = "***";

    /** A field took another value, and neither is told. */
    public static FieldChange hidden(String subject, String code, String field) {
        return new FieldChange(subject, code, field, HIDDEN, HIDDEN);
    }

    /**
     * What differs between two states of the same fields.
     *
     * @param hidden fields whose values nobody but the family and the kitchen needs to read
     */
    static List<FieldChange> between(
            String subject,
            String code,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Set<String> hidden) {
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((field, is) -> {
            Object was = before.get(field);
            if (!Objects.equals(was, is)) {
                changes.add(
                        hidden.contains(field)
                                ? hidden(subject, code, field)
                                : new FieldChange(subject, code, field, was, is));
            }
        });
        return changes;
    }
}
