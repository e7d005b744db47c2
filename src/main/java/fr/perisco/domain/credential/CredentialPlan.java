package fr.perisco.domain.credential;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which families get a password. Each list is in the order in which sheets are handed out.
 *
 * @param toServe those that get one
 * @param served those that have one and keep it
 * @param withoutLogin those that cannot log in
 */
public record CredentialPlan(
        List<CredentialFamily> toServe, List<CredentialFamily> served, List<CredentialFamily> withoutLogin) {
    public CredentialPlan {
        toServe = List.copyOf(toServe);
        served = List.copyOf(served);
        withoutLogin = List.copyOf(withoutLogin);
    }

    /**
     * @param all whether those that have a password get another one
     */
    public static CredentialPlan of(Collection<CredentialFamily> families, boolean all) {
        return new CredentialPlan(
                sorted(families, family -> hasLogin(family) && (all || !family.hasPassword())),
                sorted(families, family -> hasLogin(family) && !all && family.hasPassword()),
                sorted(families, family -> !hasLogin(family)));
    }

    private static boolean hasLogin(CredentialFamily family) {
        return !family.login().isEmpty();
    }

    private static List<CredentialFamily> sorted(
            Collection<CredentialFamily> families, Predicate<CredentialFamily> which) {
        return families.stream().filter(which).sorted(CredentialFamily.BY_CLASS).toList();
    }

    /** How many of those that get one lose the one that they have. */
    public int replaced() {
        return (int) toServe.stream().filter(CredentialFamily::hasPassword).count();
    }
}
