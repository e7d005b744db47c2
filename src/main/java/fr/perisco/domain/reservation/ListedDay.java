package fr.perisco.domain.reservation;

import java.time.LocalDate;

/**
 * A child, unit and day as lists show it.
 *
 * @param attendance present, absent or excused; empty where nothing was recorded
 */
public record ListedDay(
        String child,
        String childName,
        String family,
        String activity,
        String unit,
        LocalDate day,
        DayState state,
        String attendance) {}
