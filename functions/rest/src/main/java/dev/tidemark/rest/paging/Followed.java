package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.BaseUrl;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the URLs that an API gives are followed: those of the base URL's origin and no other,
 * since the credential goes along.
 *
 * @param upgrade whether plain http to the base URL's host stands for its https
 * @param secret the query parameters that carry the credential, which no state may keep
 */
record Followed(BaseUrl base, boolean upgrade, Set<String> secret) {
  private static final int HTTP_PORT = 80;

  /** Whether {@code url} may be asked at the base URL. */
  boolean admits(URI url) {
    return named(url)
        && ((url.getScheme().equalsIgnoreCase(base.scheme())
                && port(url.getScheme(), url.getPort()) == base.connectedPort())
            || (upgrade && isPlain(url)));
  }

  /** What to declare where {@code url} is refused; empty where nothing helps. */
  String remedy(URI url) {
    return named(url) && isPlain(url)
        ? "; if a proxy ends TLS before this API, declare pagination.upgradeHttp: true, and it is"
            + " asked over https"
        : "";
  }

  /** Whether a proxy in front of the API's own server would explain it. */
  private boolean isPlain(URI url) {
    int port = port(url.getScheme(), url.getPort());
    return base.scheme().equals("https")
        && url.getScheme().equalsIgnoreCase("http")
        && (port == HTTP_PORT || port == base.connectedPort());
  }

  private boolean named(URI url) {
    return url.getScheme() != null
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getHost().equalsIgnoreCase(base.host());
  }

  private static int port(String scheme, int port) {
    return port >= 0 ? port : scheme.equalsIgnoreCase("http") ? HTTP_PORT : 443;
  }

  /** What to say of a refusal of the page at {@code cursor}, which names the URL that was asked. */
  String remark(int status, @Nullable String cursor) {
    if (cursor == null || (status != 400 && status != 404 && status != 410)) {
      return "";
    }
    String path = cursor.split("\\?", 2)[0];
    return ": asked was "
        + base.origin()
        + base.path()
        + path
        + ", the next page's URL as the API gave it, below the base URL; if it lies outside of the"
        + " base URL's path, shorten that and lengthen the paths of the resources";
  }
}
