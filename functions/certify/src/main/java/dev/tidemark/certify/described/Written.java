package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.ChosenLink;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
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
    Flag mark = form.paging().mark();
    if (mark != null) {
      body.put(mark.body().toString(), said(mark, more));
    }
    switch (form.paging()) {
      case PageForm.Token(var _, Location next, var _, boolean left, var _) ->
          at(next, token, left);
      case PageForm.Url(Location next, var _, boolean left, ChosenLink link) -> {
        String url = token == null ? null : url(asking, token, origin);
        if (link == null) {
          at(next, url, left);
        } else {
          body.put(String.valueOf(next.body()), links(link, origin, url));
        }
      }
      case PageForm.Link(String rel) -> {
        if (token != null) {
          headers.put("Link", "<" + url(asking, token, origin) + ">; rel=\"" + rel + "\"");
        }
      }
      case PageForm.Steps(MemberPath next, var _) -> body.put(next.toString(), step(found));
      case PageForm.Behind _, PageForm.Counted _, PageForm.Whole _ -> {}
    }
  }

  /** Links of which at most one leads on. */
  private static String links(ChosenLink link, String origin, @Nullable String next) {
    String self = link(link, "self-of-" + link.equals(), origin + "/self");
    return next == null
        ? "[" + self + "]"
        : "[" + self + "," + link(link, link.equals(), next) + "]";
  }

  private static String link(ChosenLink link, String relation, String url) {
    return "{"
        + Json.quoted(link.member())
        + ":"
        + Json.quoted(relation)
        + ","
        + Json.quoted(link.url())
        + ":"
        + Json.quoted(url)
        + "}";
  }

  /** What a flag says as JSON. */
  private static String said(Flag flag, boolean more) {
    boolean set = more == (flag.means() == Flag.Meaning.MORE);
    return switch (flag.spelling()) {
      case BOOLEAN -> Boolean.toString(set);
      case TEXT -> Json.quoted(Boolean.toString(set));
      case DIGIT -> set ? "1" : "0";
    };
  }

  private void at(Location place, @Nullable String value, boolean left) {
    if (place.header() != null) {
      if (value != null) {
        headers.put(place.header(), value);
      }
    } else if (value != null || !left) {
      body.put(String.valueOf(place.body()), value == null ? "null" : Json.quoted(value));
    }
  }

  private String step(Lists.Found found) {
    ApiClock clockwork = form.bounds();
    DescribedRow last = found.page().last();
    Instant at = last == null || last.at() == null ? found.bounds().from() : last.at();
    return at == null || clockwork == null ? "null" : clockwork.json(at);
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
