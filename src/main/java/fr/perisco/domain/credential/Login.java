package fr.perisco.domain.credential;

/** What a family logs in with: the reference guardian's e-mail, in small letters. */
public final class Login {
    private static final int LONGEST = 254;
    private static final int LONGEST_BEFORE_AT = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String SIGNS_OF_ATOMS = "!#$%&'*+/=?^_`{|}~-";

    private Login() {}

    /** Whether a text is one e-mail address that a mail server accepts as it stands: RFC 5321's dot-atom at a named domain. */
    public static boolean isEmail(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST
                && at > 0
                && at <= LONGEST_BEFORE_AT
                && isDotAtom(text.substring(0, at))
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDotAtom(String text) {
        boolean isInAtom = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '.' ? !isInAtom : !isLetterOrDigit(letter) && SIGNS_OF_ATOMS.indexOf(letter) < 0) {
                return false;
            }
            isInAtom = letter != '.';
        }
        return isInAtom;
    }

    /** Labels with dots between them, of which the last begins with a letter: else it would be a number's address. */
    private static boolean isDomain(String text) {
        int last = text.lastIndexOf('.') + 1;
        if (last == 0 || text.length() - last < 2 || !isLetter(text.charAt(last))) {
            return false;
        }
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            if (!isLabel(text, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return isLabel(text, from, text.length());
    }

    private static boolean isLabel(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            boolean isHyphenWithin = letter == '-' && i > from && i < to - 1;
            if (!isHyphenWithin && !isLetterOrDigit(letter)) {
                return false;
            }
        }
        return from < to && to - from <= LONGEST_LABEL;
    }

    private static boolean isLetterOrDigit(char letter) {
        return isLetter(letter) || (letter >= '0' && letter <= '9');
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }
}
