package fr.perisco.domain.shuttle;

import java.time.LocalTime;

/**
 * Where a shuttle stops, and when.
 *
 * @param id the store's key; 0 for a stop that is not stored yet
 * @param code unique in its shuttle
 * @param time to the minute, Europe/Paris wall time
 * @param served false for one that the setup has no more: nobody new gets on or off there
 */
public record ShuttleStop(long id, String code, String label, LocalTime time, boolean served) {}
