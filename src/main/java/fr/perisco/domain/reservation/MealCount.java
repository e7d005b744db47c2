package fr.perisco.domain.reservation;

import java.time.LocalDate;

/**
 * How many children the kitchen or the carers expect.
 *
 * @param school the school's code; empty for children of whom no school is known
 * @param diet empty for those who eat everything
 * @param meals at least 1
 */
public record MealCount(LocalDate day, String activity, String unit, String school, String diet, int meals) {}
