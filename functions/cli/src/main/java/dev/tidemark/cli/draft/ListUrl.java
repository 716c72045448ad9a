package dev.tidemark.cli.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.http.Query;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The URL of one list, taken apart.
 *
 * @param base scheme, host and port
 * @param path as it is sent
 * @param parameters what its query says, sent with every request
 */
record ListUrl(BaseUrl base, String path, Map<String, String> parameters) {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(key|token|secret|passw|auth|signature|session|credential).*");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]+");

  /**
   * Takes {@code text} apart.
   *
   * @throws UsageException if it is the URL of no list
   * @throws dev.tidemark.rest.definition.DefinitionException if nothing may be sent there
   */
  static ListUrl of(String text) {
    int mark = text.indexOf('?');
    String bare = mark < 0 ? text : text.substring(0, mark);
    BaseUrl parsed = BaseUrl.of(bare, true);
    String path = String.valueOf(URI.create(bare).getRawPath());
    BaseUrl origin = new BaseUrl(parsed.scheme(), parsed.host(), parsed.port(), "");
    if (!PATH.matcher(path).matches()) {
      throw new UsageException(
          origin.origin()
              + " names no list: give the URL of one, as "
              + origin.origin()
              + "/v1/orders");
    }
    return new ListUrl(origin, path, parameters(mark < 0 ? "" : text.substring(mark + 1)));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String one : List.of(query.split("&", -1))) {
      String[] parts = one.split("=", 2);
      if (parts[0].isEmpty()) {
        continue;
      }
      String name = decoded(parts[0]);
      if (isSecret(name)) {
        throw new UsageException(
            "the URL's parameter "
                + name.replaceAll("[^A-Za-z0-9_.-]", "?")
                + " looks like a secret, and a draft holds none: leave it out, and give the"
                + " credential with --credential");
      }
      parameters.put(name, parts.length > 1 ? decoded(parts[1]) : "");
    }
    return parameters;
  }

  /** Whether a parameter or header called {@code name} may carry a secret. */
  static boolean isSecret(String name) {
    return SECRET.matcher(name).matches();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UsageException("the URL's query holds an escape that is none");
    }
  }

  /** The list with {@code more} in its query. */
  URI with(Map<String, String> more) {
    return new Query().with(parameters).with(more).at(base.origin(), path);
  }

  /** The record called {@code id} below the list. */
  URI single(String id) {
    return URI.create(base.origin() + singlePath().replace("{id}", encoded(id)));
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }

  /** The path of one record, if there is one below the list. */
  String singlePath() {
    return (path.endsWith("/") ? path : path + "/") + "{id}";
  }

  /** Whether {@code url} is at the same origin. */
  boolean admits(URI url) {
    return base.scheme().equalsIgnoreCase(url.getScheme())
        && base.host().equalsIgnoreCase(url.getHost())
        && base.port() == url.getPort()
        && url.getRawUserInfo() == null;
  }

  /** What the list is called: the last part of its path. */
  String resource() {
    String[] parts = path.split("/", -1);
    String last =
        parts[parts.length - 1].isEmpty() ? parts[parts.length - 2] : parts[parts.length - 1];
    return name(last.replaceFirst("\\.[a-z]+$", ""), "records");
  }

  /** What the source is called: the host's own name. */
  String source() {
    if (base.loopback() || base.host().startsWith("[") || base.host().matches("[0-9.]+")) {
      return "my-api";
    }
    String[] labels = base.host().split("\\.", -1);
    return name(labels[Math.max(0, labels.length - 2)], "my-api");
  }

  private static String name(String text, String otherwise) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "_").replaceAll("^[_-]+", "");
    return name.isEmpty() || name.length() > 60 ? otherwise : name;
  }
}
