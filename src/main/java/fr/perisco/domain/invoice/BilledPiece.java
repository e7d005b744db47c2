package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;

/** A piece of an issued line, and what each of its days cost. */
public record BilledPiece(LinePiece piece, Money unitPrice) {}
