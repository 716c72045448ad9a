package dev.tidemark.rest.definition;

import java.util.stream.Stream;

/** How the API says whose account a credential opens. */
@Doc("How the API says whose account a credential opens.")
public record AccountId(
    @Doc("Path that is asked for by GET, from the base URL.") String path,
    @Doc("Path of the account's id in the body; it never changes and is no secret.") String id) {
  public AccountId {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    if (Stream.of(id.split("\\.", -1)).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "id: \"" + id + "\" is no path of members; write it as in account.id");
    }
  }
}
