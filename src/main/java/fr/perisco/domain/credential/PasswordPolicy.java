package fr.perisco.domain.credential;

import fr.perisco.domain.reason.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords families may choose: 50 bits where attempts are limited (CNIL, deliberation 2022-100), which twelve letters give, and
 * nothing that is guessed first (ANSSI, recommandations relatives à l’authentification multifacteur et aux mots de passe, 2021). Kinds
 * of characters are not asked for.
 */
public final class PasswordPolicy {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 6;
    private static final int FEWEST_OWN_LETTERS = 4;
    private static final int SHORTEST_RUN = 4;
    private static final int SHORTEST_NAME = 4;

    private static final List<String> WORDS = List.of(
            "motdepasse",
            "motpasse",
            "passwords",
            "password",
            "passe",
            "periscolaire",
            "perisco",
            "reservation",
            "inscription",
            "bienvenue",
            "changezmoi",
            "changeme",
            "provisoire",
            "temporaire",
            "iloveyou",
            "letmein",
            "jetaime",
            "marseille",
            "chocolat",
            "football",
            "printemps",
            "automne",
            "garderie",
            "cantine",
            "bonjour",
            "welcome",
            "famille",
            "enfants",
            "enfant",
            "parents",
            "portail",
            "nicolas",
            "camille",
            "julien",
            "doudou",
            "loulou",
            "soleil",
            "secret",
            "mairie",
            "france",
            "azerty",
            "qwerty",
            "ecole",
            "maman",
            "admin",
            "hiver",
            "papa");

    private static final List<String> RUNS = withReversed(List.of(
            "01234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm"));

    private PasswordPolicy() {}

    private static List<String> withReversed(List<String> rows) {
        List<String> both = new ArrayList<>(rows);
        rows.forEach(row -> both.add(new StringBuilder(row).reverse().toString()));
        return List.copyOf(both);
    }

    /**
     * Why a password will not do; empty when it will. No reason holds any part of it.
     *
     * @param near the names that are tried of this family before all others: its town's, its members'
     * @param former the password that it replaces
     */
    public static List<Reason> faults(String login, Collection<String> near, CharSequence former, CharSequence wanted) {
        List<Reason> faults = new ArrayList<>();
        long length = wanted.codePoints().count();
        if (length < SHORTEST) {
            faults.add(Reason.of("credential.policy.short", SHORTEST));
        }
        if (length > LONGEST) {
            faults.add(Reason.of("credential.policy.long", LONGEST));
        }
        if (CharSequence.compare(former, wanted) == 0 || isSameDrawn(former, wanted)) {
            faults.add(Reason.of("credential.policy.former"));
        }
        String letters = plain(wanted);
        if (containsLogin(letters, plain(login))) {
            faults.add(Reason.of("credential.policy.login"));
        }
        if (length >= SHORTEST && wanted.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            faults.add(Reason.of("credential.policy.repeated", FEWEST_DIFFERENT));
        } else if (isCommon(letters, wordsOf(near))) {
            faults.add(Reason.of("credential.policy.common"));
        }
        return faults;
    }

    /** Whether they are one drawn password, typed in two ways. */
    private static boolean isSameDrawn(CharSequence former, CharSequence wanted) {
        Optional<TemporaryPassword> one = TemporaryPassword.typed(former);
        Optional<TemporaryPassword> other = TemporaryPassword.typed(wanted);
        boolean same = one.isPresent()
                && other.isPresent()
                && one.get().text().equals(other.get().text());
        one.ifPresent(TemporaryPassword::wipe);
        other.ifPresent(TemporaryPassword::wipe);
        return same;
    }

    private static String plain(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean containsLogin(String wanted, String login) {
        int at = login.indexOf('@');
        String name = at < 0 ? login : login.substring(0, at);
        return wanted.contains(login) || (name.length() >= SHORTEST_NAME && wanted.contains(name));
    }

    /** The parts of names, in small letters without accents; what is shorter stands in too many words by chance. */
    private static List<String> wordsOf(Collection<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(plain(name).split("[^\\p{L}]+")))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .toList();
    }

    /** Whether hardly a letter is left once common words, near ones and rows of keys are taken out. */
    private static boolean isCommon(String letters, List<String> near) {
        int own = 0;
        boolean found = false;
        String kept = letters.replaceAll("[^\\p{L}\\p{N}]", "");
        int i = 0;
        while (i < kept.length()) {
            int word = Math.max(covered(kept, i, WORDS), covered(kept, i, near));
            int covered = Math.max(word, run(kept, i));
            if (covered > 0) {
                found = true;
                i += covered;
            } else {
                own += Character.isLetter(kept.charAt(i)) ? 1 : 0;
                i++;
            }
        }
        return found && own < FEWEST_OWN_LETTERS;
    }

    private static int covered(String letters, int from, List<String> words) {
        return words.stream()
                .filter(word -> letters.startsWith(word, from))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static int run(String letters, int from) {
        return RUNS.stream().mapToInt(row -> run(letters, from, row)).max().orElse(0);
    }

    private static int run(String letters, int from, String row) {
        int start = row.indexOf(letters.charAt(from));
        int length = 0;
        while (start >= 0
                && from + length < letters.length()
                && start + length < row.length()
                && letters.charAt(from + length) == row.charAt(start + length)) {
            length++;
        }
        return length < SHORTEST_RUN ? 0 : length;
    }
}
