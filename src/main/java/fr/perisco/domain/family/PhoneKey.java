package fr.perisco.domain.family;

/** What is left of a phone number when its spaces, dots and country code are gone: two ways to write it agree. */
public final class PhoneKey {
    private PhoneKey() {}

    /** The digits of a French number, from its 0 on. */
    public static String of(String phone) {
        return phone.replaceAll("\\D", "").replaceFirst("^(?:00)?33", "0");
    }
}
