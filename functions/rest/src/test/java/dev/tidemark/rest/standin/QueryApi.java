package dev.tidemark.rest.standin;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An API that a test gives as a function of the query. */
public final class QueryApi implements Transport {
  private final Function<Map<String, String>, Reply> answers;
  private final List<String> asked = new ArrayList<>();

  /**
   * One answer.
   *
   * @param link the header Link; empty for none
   */
  public record Reply(int status, String text, String link) implements Response {
    public Reply(int status, String text) {
      this(status, text, "");
    }

    @Override
    public @Nullable String header(String name) {
      return headers().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return link.isEmpty() ? List.of() : List.of(Map.entry("Link", link));
    }

    @Override
    public InputStream body() {
      return Pieces.whole(text);
    }

    @Override
    public void close() {}
  }

  /** An API that answers so; the query's path is its member {@code path}. */
  public QueryApi(Function<Map<String, String>, Reply> answers) {
    this.answers = answers;
  }

  /** The queries so far. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    String raw = uri.getRawQuery();
    asked.add(raw == null ? "" : raw);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("path", uri.getPath());
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      query.put(decoded(sides[0]), decoded(sides[1]));
    }
    return answers.apply(query);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    throw new UnsupportedOperationException("no body is expected");
  }

  @Override
  public void close() {}
}
