package fr.perisco.domain.reservation;

/**
 * What became of all that stood after the last day of registrations.
 *
 * @param takenBack days that were booked and are not billed
 * @param billed days that stay billed, their deadline having passed
 * @param waived days that would have been billed
 * @param withdrawn requests and places on a waiting list
 */
public record EndRecap(long takenBack, long billed, long waived, long withdrawn) {
    public static final EndRecap NOTHING = new EndRecap(0, 0, 0, 0);

    public EndRecap plus(DaysBeyond days) {
        return new EndRecap(
                takenBack + days.takenBack().size(),
                billed + days.billed().size(),
                waived + days.waived().size(),
                withdrawn);
    }

    public EndRecap plus(EndRecap other) {
        return new EndRecap(
                takenBack + other.takenBack, billed + other.billed, waived + other.waived, withdrawn + other.withdrawn);
    }

    public EndRecap oneWithdrawn() {
        return new EndRecap(takenBack, billed, waived, withdrawn + 1);
    }
}
