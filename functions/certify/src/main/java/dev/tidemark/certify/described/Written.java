package dev.tidemark.certify.described;

import dev.tidemark.simulators.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down where the next page is. */
final class Written {
  private final ListForm form;
  private final Tree body;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Written(ListForm form, Tree body) {
    this.form = form;
    this.body = body;
  }

  Map<String, String> headers() {
    return headers;
  }

  /**
   * Writes it.
   *
   * @param token the next page's; null where there is none, or where it is left out by mistake
   */
  void next(Lists.Found found, Asking asking, @Nullable String token, String origin) {
    boolean more = found.page().more();
    Mark mark = form.paging().mark();
    if (mark != null) {
      body.put(mark.path(), mark.json(more));
    }
    switch (form.paging()) {
      case PageForm.Token(var _, Spot next, var _, boolean left, var _) -> at(next, token, left);
      case PageForm.Url(Spot next, var _, boolean left) ->
          at(next, token == null ? null : url(asking, token, origin), left);
      case PageForm.Link(String rel) -> {
        if (token != null) {
          headers.put("Link", "<" + url(asking, token, origin) + ">; rel=\"" + rel + "\"");
        }
      }
      case PageForm.Steps(String next, var _) -> body.put(next, step(found));
      case PageForm.Behind _, PageForm.Counted _, PageForm.Whole _ -> {}
    }
  }

  private void at(Spot spot, @Nullable String value, boolean left) {
    if (spot.header()) {
      if (value != null) {
        headers.put(spot.name(), value);
      }
    } else if (value != null || !left) {
      body.put(spot.name(), value == null ? "null" : Json.quoted(value));
    }
  }

  private String step(Lists.Found found) {
    Selection selection = form.selection();
    DescribedRow last = found.page().last();
    Instant at = last == null || last.at() == null ? found.bounds().from() : last.at();
    return at == null || selection == null ? "null" : selection.clockwork().json(at);
  }

  /** The same request with a token. */
  private static String url(Asking asking, String token, String origin) {
    String query =
        asking.request().query().parameters().stream()
            .filter(one -> !one.name().equals(Asking.TOKEN))
            .map(one -> encoded(one.name()) + "=" + encoded(one.value()) + "&")
            .collect(Collectors.joining());
    return origin + asking.request().path() + "?" + query + Asking.TOKEN + "=" + token;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
