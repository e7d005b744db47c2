package fr.perisco.domain.registration;

import fr.perisco.domain.reason.Reason;

/**
 * Why a registration that is asked for cannot be.
 *
 * @param field the name of the field at fault, as the registrations file has it
 */
public record Objection(String field, Reason reason) {}
