/** The fault harness: what a clerk does, under all that a machine does to it. {@code scripts/torture} starts it. */
package fr.perisco.torture;
