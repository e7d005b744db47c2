package fr.perisco.domain.invoice;

/** The office's settings that a document shows, in the form in which they are kept; one for all documents of a run. */
public final class Letterhead {
    private final String text;
    private final byte[] hash;

    private Letterhead(String text) {
        this.text = text;
        this.hash = new Digest().add(text).bytes();
    }

    public static Letterhead of(String text) {
        return new Letterhead(text);
    }

    public String text() {
        return text;
    }

    void addTo(Digest digest) {
        digest.addBytes(hash);
    }
}
