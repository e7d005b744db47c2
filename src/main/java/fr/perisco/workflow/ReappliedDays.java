package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.ReappliedDay;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what becomes of days, each once, and names those concerned at the end. */
final class ReappliedDays {
    /** Names are fetched by so many keys at once. */
    private static final int CHUNK = 2_000;

    private static final Comparator<ReappliedDay> ORDER = Comparator.comparing(ReappliedDay::child)
            .thenComparing(ReappliedDay::activity)
            .thenComparing(ReappliedDay::unit)
            .thenComparing(ReappliedDay::day);

    private record Key(long registrationId, long unitId, LocalDate day) {}

    private record Entry(
            long registrationId,
            Unit unit,
            LocalDate day,
            WeekEffect effect,
            boolean byHand,
            @Nullable Reason reason) {}

    private final Office office;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    ReappliedDays(Office office) {
        this.office = office;
    }

    /** The first effect on a day is the one that counts. */
    void add(
            long registrationId,
            Unit unit,
            Stream<LocalDate> days,
            WeekEffect effect,
            boolean byHand,
            @Nullable Reason reason) {
        days.forEach(day -> entries.putIfAbsent(
                new Key(registrationId, unit.id(), day), new Entry(registrationId, unit, day, effect, byHand, reason)));
    }

    List<ReappliedDay> named() {
        Map<Long, Named> names = names();
        return entries.values().stream()
                .map(entry -> named(entry, Objects.requireNonNull(names.get(entry.registrationId()))))
                .sorted(ORDER)
                .toList();
    }

    private Map<Long, Named> names() {
        List<Long> ids = entries.values().stream()
                .map(Entry::registrationId)
                .distinct()
                .sorted()
                .toList();
        RegistrationStore registrations = new RegistrationStore(office.database());
        Map<Long, Named> names = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            registrations
                    .named(ids.subList(from, Math.min(from + CHUNK, ids.size())))
                    .forEach(named -> names.put(named.registration().id(), named));
        }
        return names;
    }

    private static ReappliedDay named(Entry entry, Named named) {
        return new ReappliedDay(
                named.child(),
                named.childName(),
                named.family(),
                named.activity(),
                entry.unit().code(),
                entry.day(),
                entry.effect(),
                entry.byHand(),
                entry.reason());
    }
}
