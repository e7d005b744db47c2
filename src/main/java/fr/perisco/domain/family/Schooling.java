package fr.perisco.domain.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a child goes to school, from some day on.
 *
 * @param school the school's code; empty when it is not known
 * @param schoolClass the class, such as {@code CE2 A}; empty when it is not known
 */
public record Schooling(String school, String schoolClass) {
    public static final Schooling NONE = new Schooling("", "");

    public List<FieldChange> changesSince(Schooling before, String childCode) {
        return FieldChange.between("child", childCode, before.fields(), fields(), Set.of());
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("school", school);
        fields.put("class", schoolClass);
        return fields;
    }
}
