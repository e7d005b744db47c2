package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Since when a family lives in the town, or does not. */
public final class ResidencyHistory {
    private final NavigableMap<LocalDate, Boolean> residentFrom;

    public ResidencyHistory(NavigableMap<LocalDate, Boolean> residentFrom) {
        this.residentFrom = new TreeMap<>(residentFrom);
    }

    /** Whether the family is resident on a day; before the first record, as the first one says. */
    public boolean isResidentOn(LocalDate day) {
        if (residentFrom.isEmpty()) {
            return true;
        }
        var record = residentFrom.floorEntry(day);
        return (record == null ? residentFrom.firstEntry() : record).getValue();
    }

    public Stream<LocalDate> changes() {
        return residentFrom.keySet().stream();
    }
}
