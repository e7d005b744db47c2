package fr.perisco.exchange.chart;

import java.util.List;

/**
 * Charts beside and under one another. Millimetres from the top left corner.
 */
public record ChartSheet(double width, double height, List<Place> places) {
    /** Where a chart stands. */
    public record Place(Chart chart, double x, double y, double width, double height) {}

    public ChartSheet {
        places = List.copyOf(places);
    }

    /** One chart alone. */
    public static ChartSheet of(Chart chart, double width, double height) {
        return new ChartSheet(width, height, List.of(new Place(chart, 0, 0, width, height)));
    }
}
