package fr.perisco.exchange.csv;

/**
 * A column of a file.
 *
 * @param name its name in the contract
 * @param french the French name that is understood as well
 * @param required whether the file must have it
 * @param filled whether each row must say something in it
 * @param repeated whether it may stand several times
 */
public record Column(String name, String french, boolean required, boolean filled, boolean repeated) {
    /** Its name in small letters, without accents, spaces and signs. */
    public String plainName() {
        return CsvFile.plain(name);
    }

    /** One that the file must have, and every row fill in. */
    public static Column filled(String name, String french) {
        return new Column(name, french, true, true, false);
    }

    /** One that the file must have, whose cells may be empty. */
    public static Column required(String name, String french) {
        return new Column(name, french, true, false, false);
    }

    public static Column optional(String name, String french) {
        return new Column(name, french, false, false, false);
    }

    static Column repeated(String name, boolean required) {
        return new Column(name, name, required, false, true);
    }
}
