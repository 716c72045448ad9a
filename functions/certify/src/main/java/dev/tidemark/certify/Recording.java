package dev.tidemark.certify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.certify.described.ApiForm;
import dev.tidemark.simulators.server.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recorded pages as an API: an undisturbed walk asks for them in their order, and the same request
 * again gets the same answer. What was not asked in that walk, such as a query that closes it, gets
 * the last page.
 */
final class Recording {
  private static final String JSON = "application/json";
  private static final String TOKEN =
      "{\"access_token\":\"" + ApiForm.ACCESS_TOKEN + "\",\"expires_in\":7200}";

  private final List<byte[]> pages;
  private final String tokenPath;
  private final Map<String, Integer> asked = new HashMap<>();
  private boolean complete;

  Recording(List<byte[]> pages, String tokenPath) {
    this.pages = List.copyOf(pages);
    this.tokenPath = tokenPath;
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
      Reply reply =
          Reply.of(
              200,
              JSON,
              uri.getPath().equals(tokenPath) ? TOKEN.getBytes(UTF_8) : page(method, uri, body));
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
