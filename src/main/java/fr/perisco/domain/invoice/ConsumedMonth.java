package fr.perisco.domain.invoice;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.money.Share;

/**
 * What a child consumed of a unit in the month, under one registration.
 *
 * @param share what part of it the family pays
 */
public record ConsumedMonth(
        long registrationId, String childCode, String childName, Unit unit, Consumption consumption, Share share) {
    public ConsumedMonth(long registrationId, String childCode, String childName, Unit unit, Consumption consumption) {
        this(registrationId, childCode, childName, unit, consumption, Share.WHOLE);
    }

    /** A part of some of the days. */
    public ConsumedMonth of(DaySet days, Share part) {
        return new ConsumedMonth(registrationId, childCode, childName, unit, consumption.on(days), part);
    }
}
