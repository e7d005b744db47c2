package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** G15: exports are the same bytes when nothing changed. */
class SameBytesTest {

    /** Documents with all the fonts, as another JVM draws them: prints one digest. */
    static final class OtherMachine {

        public static void main(String[] arguments) throws Exception {
            System.out.println(digest());
        }
    }

    private static String digest() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new InvoicePdf()
                .write(
                        Specimens.invoice(
                                List.of(Specimens.line("Łukasz Ждан გიორგი 😀", "Repas", 1000, 12345)),
                                12345,
                                0,
                                12345),
                        out);
        new CredentialPdf().write(Specimens.credential("ŞAHIN", Specimens.PASSWORD, 3), out);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
        return new BigInteger(1, digest).toString(16);
    }

    @Test
    void inAnotherJvmWithAnotherLocaleZoneAndEncoding() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Auckland",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        classPath,
                        OtherMachine.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertThat(other.waitFor()).isZero();
        assertThat(printed).isEqualTo(digest());
    }

    @Test
    void onEveryThreadAndEachTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Set<String>>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(threads.submit(() -> {
                    Set<String> digests = new HashSet<>();
                    for (int round = 0; round < 20; round++) {
                        digests.add(digest());
                    }
                    return digests;
                }));
            }
            for (Future<Set<String>> result : results) {
                assertThat(result.get()).containsExactly(digest());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anotherContentHasAnotherIdentifierAndOtherSubsetNames() throws IOException {
        ReadBack one = ReadBack.of(Specimens.invoice(Specimens.lines(1), 270, 0, 270));
        ReadBack other = ReadBack.of(Specimens.invoice(Specimens.lines(2), 810, 0, 810));

        assertThat(one.trailerIdentifier()).hasSizeGreaterThan(16).isNotEqualTo(other.trailerIdentifier());
        assertThat(subsetNames(one)).isNotEmpty().doesNotContainAnyElementsOf(subsetNames(other));
    }

    private static Set<String> subsetNames(ReadBack pdf) {
        Set<String> names = new HashSet<>();
        Matcher name =
                Pattern.compile("/[A-Z]{6}\\+[A-Za-z-]+").matcher(new String(pdf.bytes(), StandardCharsets.ISO_8859_1));
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }
}
