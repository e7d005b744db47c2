package fr.perisco.domain.credential;

import java.time.Instant;

/** How and when a password was handed out. */
public record CredentialHandout(DeliveryChannel channel, Instant at) {}
