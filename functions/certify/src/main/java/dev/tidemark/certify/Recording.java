package dev.tidemark.certify;

import dev.tidemark.simulators.server.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Recorded pages as an API: an undisturbed walk asks for them in their order, and the same request
 * again gets the same answer. What was not asked in that walk, such as a query that closes it, gets
 * the last page.
 */
final class Recording {
  private static final String JSON = "application/json";
  private final List<byte[]> pages;
  private final Function<URI, @Nullable Reply> tokens;
  private final Map<String, Integer> asked = new HashMap<>();
  private boolean complete;

  /**
   * An API of {@code pages}.
   *
   * @param tokens what gives a token at a URL; null for every other one
   */
  Recording(List<byte[]> pages, Function<URI, @Nullable Reply> tokens) {
    this.pages = List.copyOf(pages);
    this.tokens = tokens;
  }

  List<byte[]> pages() {
    return pages;
  }

  /** From now on no request is a new one of the walk. */
  void learned() {
    complete = true;
  }

  /** The way to it. */
  Wire at(InstantSource clock) {
    return (method, uri, _, body) -> {
      Reply token = tokens.apply(uri);
      Reply reply = token == null ? Reply.of(200, JSON, page(method, uri, body)) : token;
      return reply.with(
          "Date",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    };
  }

  private synchronized byte[] page(String method, URI uri, String body) {
    String key = method + " " + uri + "\n" + body;
    Integer known = asked.get(key);
    int last = pages.size() - 1;
    int page = known == null ? Math.min(complete ? last : asked.size(), last) : known;
    if (!complete) {
      asked.putIfAbsent(key, page);
    }
    return pages.get(page);
  }
}
