package fr.perisco.domain.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a child goes to school and how it eats there, from some day on.
 *
 * @param school the school's code; empty when it is not known
 * @param schoolClass the class, such as {@code CE2 A}; empty when it is not known
 * @param level null when it is not known
 * @param bringsMeal whether it eats a meal of its own at the canteen, as children with some care plans do
 */
public record Schooling(
        String school, String schoolClass, @Nullable Level level, boolean bringsMeal) {
    public static final Schooling NONE = new Schooling("", "", null, false);

    private static final Set<String> HEALTH = Set.of("own_meal");

    /** The level as files write it; empty when it is not known. */
    public String levelName() {
        return level == null ? "" : level.name();
    }

    /** The same, where columns of the file are missing, with what was known of them. */
    public Schooling keeping(Schooling known, Set<String> missing) {
        return new Schooling(
                school,
                schoolClass,
                missing.contains("level") ? known.level : level,
                missing.contains("own_meal") ? known.bringsMeal : bringsMeal);
    }

    /** Health is told to have changed, not how. */
    public List<FieldChange> changesSince(Schooling before, String childCode) {
        return FieldChange.between("child", childCode, before.fields(), fields(), HEALTH);
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("school", school);
        fields.put("class", schoolClass);
        fields.put("level", level);
        fields.put("own_meal", bringsMeal ? "yes" : "no");
        return fields;
    }
}
