package fr.perisco.domain.family;

import fr.perisco.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A family as lists show it.
 *
 * @param login empty when it has none
 * @param children how many
 * @param quotient the one in force today; null when there is none
 * @param balance what its invoices still ask for, less the credit it has left
 */
public record ListedFamily(
        String code,
        String name,
        String login,
        int children,
        @Nullable Money quotient,
        Money balance,
        String city) {}
