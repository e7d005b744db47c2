package fr.perisco.domain.credential;

import java.util.regex.Pattern;

/** What a family logs in with: the reference guardian's e-mail, in small letters. */
public final class Login {
    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9]++(-++[A-Za-z0-9]++)*+";
    private static final Pattern EMAIL =
            Pattern.compile(ATOM + "(\\." + ATOM + ")*+@(" + LABEL + "\\.)++(?=[A-Za-z][A-Za-z0-9-])" + LABEL);

    private Login() {}

    /** Whether a text is one e-mail address that a mail server accepts as it stands: RFC 5321's dot-atom at a named domain. */
    public static boolean isEmail(String text) {
        return text.length() <= LONGEST && EMAIL.matcher(text).matches();
    }
}
