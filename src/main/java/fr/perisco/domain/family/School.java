package fr.perisco.domain.family;

/** A school of the town. */
public record School(long id, String code, String name) {}
