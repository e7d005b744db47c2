package fr.perisco.domain.reason;

import java.util.Comparator;

/**
 * One thing wrong in a file that was read.
 *
 * @param source the file's name as it was given
 * @param line line in the file, from 1; 0 when the fault is the file's as a whole
 * @param column column of the row, from 1; 0 when the fault is the row's as a whole
 * @param reason what is wrong and what to do
 */
public record InputFault(String source, long line, int column, Reason reason) {
    /** The order in which they stand in a file. */
    public static final Comparator<InputFault> AS_THEY_STAND =
            Comparator.comparingLong(InputFault::line).thenComparingInt(InputFault::column);
}
