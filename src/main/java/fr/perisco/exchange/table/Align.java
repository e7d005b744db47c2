package fr.perisco.exchange.table;

/** On which side a column's values stand. */
public enum Align {
    LEFT,
    RIGHT
}
