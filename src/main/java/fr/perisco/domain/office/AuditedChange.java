package fr.perisco.domain.office;

/**
 * What an act changed.
 *
 * @param subject what kind of thing, such as {@code family} or {@code reservation}
 * @param code which one
 * @param field what of it; {@code created} for a thing that is new
 * @param before empty where there was nothing
 * @param after empty where nothing is left
 */
public record AuditedChange(AuditedAct act, String subject, String code, String field, String before, String after) {}
