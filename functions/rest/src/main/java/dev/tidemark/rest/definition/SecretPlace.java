package dev.tidemark.rest.definition;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a request a secret may stand. */
final class SecretPlace {
  /** A token of RFC 9110, 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** What the client writes itself, or what would change the request that is sent. */
  private static final Set<String> OURS =
      Set.of("host", "content-length", "content-type", "transfer-encoding", "connection", "accept");

  private SecretPlace() {}

  static void check(@Nullable String header, @Nullable String query) {
    if ((header == null) == (query == null)) {
      throw new IllegalArgumentException("give either header or query");
    }
    if (query != null && query.isBlank()) {
      throw new IllegalArgumentException("query: empty; name the parameter");
    }
    if (header != null
        && (!NAME.matcher(header).matches() || OURS.contains(header.toLowerCase(Locale.ROOT)))) {
      throw new IllegalArgumentException(
          "header: \"" + header + "\" is no header that can carry a secret");
    }
  }

  /** What messages call it; header names are alike in any case. */
  static String words(@Nullable String header, @Nullable String query) {
    return header == null
        ? "query parameter " + query
        : "header " + header.toLowerCase(Locale.ROOT);
  }
}
