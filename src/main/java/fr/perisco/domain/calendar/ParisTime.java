package fr.perisco.domain.calendar;

import java.time.ZoneId;

/** The wall time that every rule of an office goes by, whatever the machine's own zone. */
public final class ParisTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private ParisTime() {}
}
