package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.limit.MinuteWindows;
import dev.tidemark.simulators.limit.MinuteWindows.Usage;
import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rate-limit buckets and their headers (contract zendesk 3.7). */
final class ZendeskBuckets {
  private static final String EXPORTS = "zendesk-ratelimit-incremental-exports";
  private static final String USERS = "Zendesk-RateLimit-incremental-exports-cursor";

  private final MinuteWindows windows = new MinuteWindows();

  /** Counts one request; the account counts them all, a bucket counts exports. */
  Counted count(ZendeskRoute route, ZendeskQuirk.Buckets limits, Instant at) {
    Usage account = windows.use("account", limits.account(), at);
    boolean users = route.resource().equals(ZendeskWorld.USERS);
    boolean export =
        route instanceof ZendeskRoute.CursorExport || route instanceof ZendeskRoute.TimeExport;
    String bucket = users ? USERS : EXPORTS;
    Usage exports =
        export ? windows.use(bucket, users ? limits.users() : limits.exports(), at) : null;
    return new Counted(account, bucket, exports);
  }

  /**
   * One request and what it left.
   *
   * @param exports null when the request was no export
   */
  record Counted(Usage account, String bucket, @Nullable Usage exports) {
    boolean exceeded() {
      return account.exceeded() || (exports != null && exports.exceeded());
    }

    long resets() {
      return account.resets();
    }

    Reply on(Reply reply) {
      Reply marked = reply;
      for (Map.Entry<String, String> header : headers().entrySet()) {
        marked = marked.with(header.getKey(), header.getValue());
      }
      return marked;
    }

    private Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>();
      headers.put("X-Rate-Limit", Integer.toString(account.total()));
      headers.put("X-Rate-Limit-Remaining", Integer.toString(account.remaining()));
      headers.put("ratelimit-limit", Integer.toString(account.total()));
      headers.put("ratelimit-remaining", Integer.toString(account.remaining()));
      headers.put("ratelimit-reset", Long.toString(account.resets()));
      if (exports != null) {
        headers.put(
            bucket,
            "total=%d; remaining=%d; resets=%d"
                .formatted(exports.total(), exports.remaining(), exports.resets()));
      }
      return headers;
    }
  }
}
