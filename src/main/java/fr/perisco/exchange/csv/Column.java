package fr.perisco.exchange.csv;

/**
 * A column of a file.
 *
 * @param name its name in the contract
 * @param french the French name that is understood as well
 * @param required whether the file must have it
 */
public record Column(String name, String french, boolean required) {
    public static Column required(String name, String french) {
        return new Column(name, french, true);
    }

    public static Column optional(String name, String french) {
        return new Column(name, french, false);
    }
}
