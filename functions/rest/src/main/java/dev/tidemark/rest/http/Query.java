package dev.tidemark.rest.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A query string that is being put together; everything is percent-encoded, brackets included. */
public final class Query {
  private final Map<String, String> parameters = new LinkedHashMap<>();

  /** Sets a parameter. */
  public Query with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** Sets parameters. */
  public Query with(Map<String, String> more) {
    parameters.putAll(more);
    return this;
  }

  /** The URL of {@code path} at {@code origin} with this query. */
  public URI at(String origin, String path) {
    String query =
        parameters.entrySet().stream()
            .map(member -> encode(member.getKey()) + "=" + encode(member.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(origin + path + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
