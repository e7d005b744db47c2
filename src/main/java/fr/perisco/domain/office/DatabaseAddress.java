package fr.perisco.domain.office;

import fr.perisco.domain.reason.Misused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an office's database is: a file, or a schema on a server. */
public sealed interface DatabaseAddress {
    /** As people know it; it holds no secret. */
    String name();

    static DatabaseAddress of(Path file) {
        return new InFile(file);
    }

    record InFile(Path file) implements DatabaseAddress {
        @Override
        public String name() {
            return file.toString();
        }
    }

    /**
     * A schema of a PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/database?currentSchema=town}, without a password
     * @param user by whose rights; empty for the one whom the server takes the system's user for
     * @param passwordFile which holds the user's password and which its owner alone may read
     */
    record OnServer(String url, Optional<String> user, Optional<Path> passwordFile) implements DatabaseAddress {
        public static final String PREFIX = "jdbc:postgresql:";
        private static final String USER = "PERISCO_DB_USER";
        private static final String PASSWORD_FILE = "PERISCO_DB_PASSWORD_FILE";
        private static final Pattern HOSTS = Pattern.compile(Pattern.quote(PREFIX) + "//([^/?]*)(?:[/?].*)?");
        private static final Pattern SCHEMA = Pattern.compile("[?&]currentSchema=([^&]*)");

        /** {@code //user:password@host}, and every parameter whose name ends so. */
        private static final Pattern SECRET =
                Pattern.compile("^jdbc:[^/?]*//[^/?]*@|[?&][^=&]*password=", Pattern.CASE_INSENSITIVE);

        private static final Pattern LOOPBACK =
                Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])(?::\\d{1,5})?");

        /**
         * @param environment where {@code PERISCO_DB_USER} and {@code PERISCO_DB_PASSWORD_FILE} may stand
         * @param folder against which the password's file is read
         * @throws Misused when a password stands in the URL, where others would read it, or belongs to nobody
         */
        public static OnServer of(String url, Map<String, String> environment, Path folder) {
            requireNoSecret(url);
            Optional<String> user = Optional.ofNullable(environment.get(USER)).filter(name -> !name.isBlank());
            Optional<Path> file = Optional.ofNullable(environment.get(PASSWORD_FILE))
                    .filter(name -> !name.isBlank())
                    .map(folder::resolve);
            if (file.isPresent() && user.isEmpty() && !hasParameter(url, "user")) {
                throw Misused.because("database.login-incomplete", USER, PASSWORD_FILE);
            }
            return new OnServer(url, user, file);
        }

        /**
         * That no password stands in the URL of any server, where others would read it.
         *
         * @throws Misused when one does; it is not repeated
         */
        public static void requireNoSecret(String url) {
            if (SECRET.matcher(decoded(url)).find()) {
                throw Misused.because("database.password-in-url", PASSWORD_FILE);
            }
        }

        private static String decoded(String url) {
            try {
                return URLDecoder.decode(url, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return url;
            }
        }

        /** Whether the server must show a certificate that holds: where its URL does not say otherwise, and it is another machine. */
        public boolean mustProveItself() {
            Matcher hosts = HOSTS.matcher(url);
            boolean isOnThisMachine = !hosts.matches()
                    || hosts.group(1).isEmpty()
                    || LOOPBACK.matcher(hosts.group(1)).matches();
            return !isOnThisMachine && !hasParameter(url, "sslmode");
        }

        /** Whether a certificate that holds is asked for, by rule or by the URL. */
        public boolean isToBeProved() {
            return mustProveItself() || url.toLowerCase(Locale.ROOT).contains("sslmode=verify");
        }

        /** The town's schema. */
        public String schema() {
            Matcher schema = SCHEMA.matcher(url);
            return schema.find()
                    ? URLDecoder.decode(schema.group(1), StandardCharsets.UTF_8).split(",", 2)[0]
                    : "public";
        }

        /** The address as the server's own tools take it. */
        public String forItsTools() {
            return url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
        }

        private static boolean hasParameter(String url, String name) {
            return url.toLowerCase(Locale.ROOT).matches(".*[?&]" + name + "=.*");
        }

        @Override
        public String name() {
            return url;
        }
    }
}
