package fr.perisco.domain.office;

/**
 * An act that is not what was sealed when it was done.
 *
 * @param actId the act's number
 * @param kind the command, as the act says now
 * @param actor who did it, as the act says now
 */
public record SealFault(Finding finding, long actId, String kind, String actor) {
    /** What is wrong with an act's seal. */
    public enum Finding {
        /** What the act recorded, or its seal, is not what it was. */
        CHANGED,
        /** The act has no seal. */
        UNSEALED,
        /** The act before it is gone. */
        AFTER_GAP
    }
}
