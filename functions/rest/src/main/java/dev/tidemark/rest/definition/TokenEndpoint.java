package dev.tidemark.rest.definition;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a token is asked for, and what its answer means. */
public record TokenEndpoint(
    @Doc("Path that a token is asked for at, from the base URL.") @Nullable String path,
    @Doc("Instead of path: the whole URL, where another host gives tokens; https.")
        @Nullable String url,
    @Doc("How the request is written.") @Default("form") Auth.Form form,
    @Doc("What else it says, the same each time, such as audience.") @Default("{}")
        Map<String, String> parameters,
    @Doc("Where the answer holds the token.") @Default("access_token") Location token,
    @Doc(
            "Where the answer holds the token's life in seconds; without it, it is used until"
                + " refused.")
        @Default("expires_in")
        MemberPath expires,
    @Doc("How the token is shown; as a bearer unless given.") @Default("{prefix: \"Bearer \"}")
        Auth.Scheme shown,
    @Doc("Refusals beside 401 by which the API says that a token has ended.") @Default("[]")
        List<TokenEnd> ended) {
  public TokenEndpoint {
    if ((path == null) == (url == null)) {
      throw new IllegalArgumentException(
          "give either path, from the base URL, or url, where another host gives tokens");
    }
    if (path != null && !path.startsWith("/")) {
      throw new IllegalArgumentException("path: \"" + path + "\" must begin with /");
    }
    String problem = url == null ? null : BaseUrl.problem(url, BaseUrl::isLoopback);
    if (problem != null) {
      throw new IllegalArgumentException("url: " + problem);
    }
    if (shown.startsWith() != null) {
      throw new IllegalArgumentException(
          "shown.startsWith: a token that is fetched is no credential to be told apart; leave it"
              + " out");
    }
    expires.toMember("expires:");
  }

  /** Refuses fixed values for what the credential says. */
  void refuse(String... names) {
    for (String name : names) {
      if (parameters.containsKey(name)) {
        throw new IllegalArgumentException(
            "parameters."
                + name
                + ": it comes from the credential or from a word of its own; leave it out here");
      }
    }
  }

  /**
   * The URL that is asked.
   *
   * @throws DefinitionException if it is plain http, and {@code base} is not on this machine
   */
  public URI at(BaseUrl base) {
    if (url == null) {
      return URI.create(base.origin() + base.path() + path);
    }
    URI uri = URI.create(url);
    // Only a local run may have such a base URL, and the secret does not leave the machine.
    if (!uri.getScheme().equalsIgnoreCase("https") && !base.loopback()) {
      throw new DefinitionException(
          "the token url "
              + url
              + " is plain http, which is for a server on this machine beside a base URL that is"
              + " one; use https");
    }
    return uri;
  }

  /** The host that gives tokens, where that is not the API's own. */
  public @Nullable BaseUrl elsewhere() {
    return url == null ? null : BaseUrl.of(url, true);
  }

  /** What messages call the place. */
  public String place() {
    return url == null ? String.valueOf(path) : url;
  }
}
