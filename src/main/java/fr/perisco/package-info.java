/**
 * The program: reads the clock, wires, exits.
 *
 * <p>May touch: everything.
 */
@NullMarked
package fr.perisco;

import org.jspecify.annotations.NullMarked;
