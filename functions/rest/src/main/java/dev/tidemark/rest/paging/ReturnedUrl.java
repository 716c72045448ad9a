package dev.tidemark.rest.paging;

import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.http.Query;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL that an answer holds. It is hostile until shown otherwise: the credential goes along, so
 * that only the base URL's own scheme, host and port are followed. What is kept is its path below
 * the base URL's and its query.
 */
final class ReturnedUrl {
  private static final int MAX_HOST = 253;

  private ReturnedUrl() {}

  /**
   * The step to the page at {@code text}.
   *
   * @param name what messages call it
   * @param asked what a relative URL is relative to
   */
  static Step step(String name, String text, URI asked, Followed followed) {
    BaseUrl base = followed.base();
    URI url;
    try {
      String clean = encoded(text.strip());
      // The JDK drops the last segment before a query that stands alone, as RFC 2396 had it.
      url =
          clean.startsWith("?")
              ? asked.resolve(asked.getRawPath() + clean)
              : asked.resolve(new URI(clean));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Step.Broken(name + " is no URL");
    }
    if (!followed.admits(url)) {
      return new Step.Broken(
          name
              + " points to "
              + origin(url)
              + ", not to "
              + base.origin()
              + ": the credential is sent to the base URL only"
              + followed.remedy(url));
    }
    String next = pathAndQuery(url, followed);
    return !Cursor.fits(next)
        ? new Step.Broken(name + " is longer than " + Cursor.MAX_BYTES + " bytes")
        : new Step.More(next);
  }

  /** A URL may carry a password; it is not repeated. */
  private static String origin(URI url) {
    @Nullable String host = url.getHost();
    return host == null || url.getScheme() == null || host.length() > MAX_HOST
        ? "another place"
        : url.getScheme() + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }

  private static String pathAndQuery(URI url, Followed followed) {
    String below = followed.base().path();
    String path = url.getRawPath();
    String own = path.startsWith(below + "/") ? path.substring(below.length()) : path;
    // What echoes the credential is not kept; it is shown again when the page is asked for.
    String query = Query.without(url.getRawQuery(), followed.secret());
    return (own.isEmpty() ? "/" : own) + (query.isEmpty() ? "" : "?" + query);
  }

  /** Encodes what no URL may hold and many do. */
  private static String encoded(String text) {
    StringBuilder url = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b <= ' ' || b == 0x7f || "\"<>\\^`{|}".indexOf(b) >= 0) {
        url.append(String.format(Locale.ROOT, "%%%02X", b));
      } else {
        url.append((char) b);
      }
    }
    return url.toString();
  }
}
