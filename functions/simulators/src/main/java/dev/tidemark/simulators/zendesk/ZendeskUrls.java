package dev.tidemark.simulators.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.server.Request;
import java.net.URLEncoder;

/** The URLs that a page returns: the same path, with {@code .json} or without (zendesk 3.1). */
final class ZendeskUrls {
  private static final String SUFFIX = ".json";

  private ZendeskUrls() {}

  /**
   * The written URL of the page behind {@code page}; null as a word without a cursor. Only the
   * position is in it, as in the samples: the other parameters are the client's to send again.
   */
  static String next(ZendeskCall call, Page page, String parameter) {
    String next = page.next() == null ? "null" : page.next();
    String value = next.startsWith("\"") ? next.substring(1, next.length() - 1) : next;
    if (value.isEmpty() || value.equals("null")) {
      return "null";
    }
    return Json.quoted(
        origin(call) + path(call) + '?' + parameter + '=' + URLEncoder.encode(value, UTF_8));
  }

  private static String origin(ZendeskCall call) {
    String origin = "http://" + call.request().header("Host");
    for (ZendeskQuirk.UrlsAt quirk : call.due().of(ZendeskQuirk.UrlsAt.class)) {
      origin = quirk.origin().toString();
    }
    return origin;
  }

  /** The samples of custom objects have no suffix (zendesk 3.4), those of the others do. */
  private static String path(ZendeskCall call) {
    Request request = call.request();
    String path = request.path();
    String plain =
        path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    boolean records =
        call.route() instanceof ZendeskRoute.CursorExport export && export.ofRecords();
    boolean bare = records || call.meets(ZendeskQuirk.UrlsWithoutSuffix.class);
    return bare ? plain : plain + SUFFIX;
  }
}
