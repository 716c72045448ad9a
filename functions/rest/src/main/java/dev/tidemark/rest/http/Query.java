package dev.tidemark.rest.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /**
   * The members of {@code raw} whose names are none of {@code names}, in any case; empty for none.
   *
   * @param raw a query as a URL has it; null for none
   */
  public static String without(@Nullable String raw, Set<String> names) {
    return raw == null
        ? ""
        : Stream.of(raw.split("&", -1))
            .filter(member -> names.stream().noneMatch(decoded(member)::equalsIgnoreCase))
            .collect(Collectors.joining("&"));
  }

  private static String decoded(String member) {
    String name = member.split("=", 2)[0];
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // An escape that is none is no name of ours.
      return name;
    }
  }

  /** The query itself. */
  public String encoded() {
    return parameters.entrySet().stream()
        .flatMap(member ->
            member.getValue().stream().map(value -> encode(member.getKey()) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
