package fr.perisco.domain.reason;

/**
 * One thing wrong in a file that was read.
 *
 * @param source the file's name as it was given
 * @param line line in the file, from 1; 0 when the fault is the file's as a whole
 * @param column column of the row, from 1; 0 when the fault is the row's as a whole
 * @param reason what is wrong and what to do
 */
public record InputFault(String source, long line, int column, Reason reason) {}
