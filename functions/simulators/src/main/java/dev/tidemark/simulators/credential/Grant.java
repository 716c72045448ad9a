package dev.tidemark.simulators.credential;

import org.jspecify.annotations.Nullable;

/**
 * What a client sends to a token endpoint, however it is encoded; null where nothing was sent.
 *
 * @param grantType should be {@code client_credentials}
 */
public record Grant(
    @Nullable String grantType,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String scope) {}
