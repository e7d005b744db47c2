package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;

/** The days that an act added to one set and removed from it. */
public record DaySetChange(DaySetKind kind, DaySet added, DaySet removed) {}
