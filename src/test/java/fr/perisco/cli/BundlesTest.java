package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Pattern REASON = Pattern.compile(
            "(?:Reason\\.of|because|desk\\.say|desk\\.warn|desk\\.complain|desk\\.inform)\\(\\s*\"([a-z][a-z0-9.-]+)\"");

    /** A fault names its column before its code. */
    private static final Pattern FAULT = Pattern.compile("fault\\([^\";]*\"[a-z_]+\",\\s*\"([a-z][a-z0-9.-]+)\"");

    private static Map<String, String> bundle(String name) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/fr/perisco/cli/" + name))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.entrySet().stream()
                .collect(Collectors.toMap(entry -> (String) entry.getKey(), entry -> (String) entry.getValue()));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(bundle("messages_fr.properties").keySet()))
                .isEqualTo(new TreeSet<>(bundle("messages.properties").keySet()));
    }

    @Test
    void everySentenceCanBeFilledIn() {
        for (String name : Set.of("messages.properties", "messages_fr.properties")) {
            bundle(name).forEach((key, sentence) -> {
                if (!key.startsWith("perisco.")) {
                    assertThatCode(() -> new MessageFormat(sentence, Locale.ROOT))
                            .as(key)
                            .doesNotThrowAnyException();
                }
            });
        }
    }

    @Test
    void everyReasonInTheSourcesHasItsSentence() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> known = bundle("messages.properties").keySet();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                Stream.concat(
                                REASON.matcher(code).results(),
                                FAULT.matcher(code).results())
                        .map(match -> match.group(1))
                        .filter(key -> !key.endsWith(".") && !known.contains(key))
                        .forEach(key -> missing.add(key + " in " + source.getFileName()));
            }
        }
        assertThat(missing).isEmpty();
    }
}
