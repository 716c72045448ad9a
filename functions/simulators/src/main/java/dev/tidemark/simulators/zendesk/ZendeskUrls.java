package dev.tidemark.simulators.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.Page;
import java.net.URLEncoder;

/** The URLs that a page returns, which no client here should follow (zendesk 3.1). */
final class ZendeskUrls {
  private ZendeskUrls() {}

  /**
   * The written URL of the page behind {@code page}; null as a word without a cursor. Only the
   * position is in it, as in the samples: the other parameters are the client's to send again.
   */
  static String next(ZendeskCall call, Page page, String parameter) {
    String value = page.next() == null ? "" : page.next().replace("\"", "");
    if (value.isEmpty() || value.equals("null")) {
      return "null";
    }
    String origin = "http://" + call.request().header("Host");
    for (ZendeskQuirk.UrlsAt quirk : call.due().of(ZendeskQuirk.UrlsAt.class)) {
      origin = quirk.origin().toString();
    }
    return Json.quoted(
        origin + call.request().path() + '?' + parameter + '=' + URLEncoder.encode(value, UTF_8));
  }
}
