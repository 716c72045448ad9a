package dev.tidemark.rest.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A query string that is being put together; everything is percent-encoded, brackets included. */
public final class Query {
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();

  /** Sets a parameter. */
  public Query with(String name, String value) {
    return with(name, List.of(value));
  }

  /** Sets a parameter that is repeated for each of {@code values}. */
  public Query with(String name, List<String> values) {
    parameters.put(name, values);
    return this;
  }

  /** Sets parameters. */
  public Query with(Map<String, String> more) {
    more.forEach(this::with);
    return this;
  }

  /** The URL of {@code path} at {@code origin} with this query. */
  public URI at(String origin, String path) {
    String query = encoded();
    return URI.create(origin + path + (query.isEmpty() ? "" : "?" + query));
  }

  /** The query itself. */
  String encoded() {
    return parameters.entrySet().stream()
        .flatMap(member ->
            member.getValue().stream().map(value -> encode(member.getKey()) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
