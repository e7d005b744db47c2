package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFileTest {
    private static void assertSameAsAllAtOnce(String text) throws IOException {
        Properties whole = new Properties();
        whole.load(new StringReader(text));
        MessageFile file = new MessageFile(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Collections.list(file.getKeys())).containsExactlyInAnyOrderElementsOf(whole.stringPropertyNames());
        whole.stringPropertyNames().forEach(key -> {
            assertThat(file.containsKey(key)).as(key).isTrue();
            assertThat(file.getString(key)).as(key).isEqualTo(whole.getProperty(key));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_fr.properties"})
    void everyLineSaysWhatItSaysInTheWholeFile(String name) throws IOException {
        assertSameAsAllAtOnce(Files.readString(Path.of("src/main/resources/fr/perisco/cli", name)));
    }

    @Test
    void remarksEscapesAndLinesThatGoOnAreUnderstood() throws IOException {
        assertSameAsAllAtOnce("# a=b\n\nkey=\\u0020à = b\\\n  c\\\\\nlast=1");
        assertThat(new MessageFile(new byte[0]).containsKey("")).isFalse();
        assertThat(new MessageFile("a=b\\".getBytes(StandardCharsets.UTF_8)).getString("a"))
                .isEqualTo("b");
    }
}
