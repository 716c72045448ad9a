package dev.tidemark.rest.definition;

/** How the API says whose account a credential opens. */
@Doc("How the API says whose account a credential opens.")
public record AccountId(
    @Doc("Path that is asked for by GET, from the base URL.") String path,
    @Doc("Path of the account's id in the body; it never changes and is no secret.")
        MemberPath id) {
  public AccountId {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    id.toMember("id:");
  }
}
