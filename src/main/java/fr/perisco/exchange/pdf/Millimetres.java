package fr.perisco.exchange.pdf;

/** Lengths: pages are laid out in millimetres, PDF counts in points of 1/72 inch. */
final class Millimetres {

    private static final float POINTS = 72f / 25.4f;

    private Millimetres() {}

    static float toPoints(float millimetres) {
        return millimetres * POINTS;
    }

    static float ofPoints(float points) {
        return points / POINTS;
    }
}
