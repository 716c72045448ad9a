package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** How a credential is shown to the API; what is left out, the API does not take. */
@Doc("How a credential is shown to the API; what is left out, the API does not take.")
public record Auth(
    @Doc("{\"apiKey\": …}, or a credential that is a bare text.") @Nullable Scheme apiKey,
    @Doc("{\"accessToken\": …}.") @Nullable Scheme accessToken) {
  public Auth {
    if (apiKey == null && accessToken == null) {
      throw new IllegalArgumentException("name at least one kind of credential");
    }
  }

  /** A header that carries a secret. */
  @Doc("A header that carries a secret.")
  public record Scheme(
      @Doc("Name of the header.") @Default("Authorization") String header,
      @Doc("What stands before the secret, as \"Bearer \".") @Default("") String prefix,
      @Doc("How such a secret begins; a bare text that does not is taken for an access token.")
          @Nullable String startsWith) {}
}
