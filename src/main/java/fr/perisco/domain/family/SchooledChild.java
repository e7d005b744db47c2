package fr.perisco.domain.family;

/** A child, and since when it goes to which school and class. */
public record SchooledChild(Child child, SchoolingHistory schoolings) {}
