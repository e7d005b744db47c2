package fr.perisco.domain.invoice;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.consumption.Consumption;

/** What a child consumed of a unit in the month, under one registration. */
public record ConsumedMonth(
        long registrationId, String childCode, String childName, Unit unit, Consumption consumption) {}
