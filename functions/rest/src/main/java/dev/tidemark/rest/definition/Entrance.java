package dev.tidemark.rest.definition;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an API is, and what lets a request in. */
public record Entrance(
    @Doc("Scheme and host of the API; a path in it goes before the paths of the resources.")
        @Nullable String baseUrl,
    @Doc("Where every account has a base URL of its own, which must be given: what it looks like.")
        @Nullable String accountUrl,
    @Doc("How a credential is shown to the API, by kind of credential.") Auth auth,
    @Doc("Where the API says whose account it is; a connection is then kept to that account.")
        @Nullable AccountId account,
    @Doc("Headers sent with every request.") @Default("{}") Map<String, String> headers) {}
