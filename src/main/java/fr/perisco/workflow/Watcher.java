package fr.perisco.workflow;

/** Whoever wants to know how far long work has come. */
public interface Watcher {
    /** The work begins. */
    void begin(long total);

    /** One more piece is done. */
    void step();
}
