package dev.tidemark.rest.auth;

import dev.tidemark.rest.http.Query;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request shows to be let in: headers, query parameters, both or nothing. It prints without
 * its values.
 *
 * @param headers secrets, by the header that carries them
 * @param query secrets, by the query parameter that carries them
 */
public record Presented(Map<String, String> headers, Map<String, String> query)
    implements Authorization {
  /** A shorter text may stand in a cursor by chance. */
  private static final int TELLING = 8;

  /** What is shown to a public API. */
  static final Presented NOTHING = new Presented(Map.of(), Map.of());

  public Presented {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  /** One header. */
  public static Presented header(String name, String value) {
    return new Presented(Map.of(name, value), Map.of());
  }

  static Presented query(String name, String value) {
    return new Presented(Map.of(), Map.of(name, value));
  }

  /** {@code uri} as it is sent; only there the query's secrets are part of a URL. */
  public URI in(URI uri) {
    if (query.isEmpty()) {
      return uri;
    }
    String asked = Query.without(uri.getRawQuery(), query.keySet());
    String whole = uri.toString();
    int mark = whole.indexOf('?');
    return URI.create(
        (mark < 0 ? whole : whole.substring(0, mark))
            + "?"
            + (asked.isEmpty() ? "" : asked + "&")
            + new Query().with(query).encoded());
  }

  /** Whether {@code text} holds a secret that a query carries, plain or encoded. */
  public boolean isIn(String text) {
    return query.values().stream()
        .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
        .anyMatch(secret ->
            secret.length() >= TELLING
                && text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    List<String> places = new ArrayList<>();
    headers.keySet().forEach(places::add);
    query.keySet().forEach(name -> places.add("query " + name));
    return places.isEmpty()
        ? "nothing"
        : places.stream().sorted().map(place -> place + ": …").collect(Collectors.joining(", "));
  }
}
