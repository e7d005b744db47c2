/** Any bytes at all for every parser: what each must hold to, the fuzzer that looks for what breaks it, and what it found. */
package fr.perisco.fuzz;
