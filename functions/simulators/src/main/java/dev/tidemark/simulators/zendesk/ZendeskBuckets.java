package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.limit.MinuteWindows;
import dev.tidemark.simulators.server.Reply;
import java.util.function.Supplier;

/** The rate-limit buckets of the exports and their headers (contract zendesk 3.7). */
final class ZendeskBuckets {
  private static final String EXPORTS = "zendesk-ratelimit-incremental-exports";
  private static final String USERS = "Zendesk-RateLimit-incremental-exports-cursor";

  private final MinuteWindows windows = new MinuteWindows();

  /**
   * The answer to an export, or 429 when its bucket is empty; singles and tokens are not limited.
   */
  Reply count(ZendeskCall call, ZendeskQuirk.Buckets limits, Supplier<Reply> answer) {
    boolean export =
        call.route() instanceof ZendeskRoute.CursorExport
            || call.route() instanceof ZendeskRoute.TimeExport;
    if (!export) {
      return answer.get();
    }
    boolean users = call.route().resource().equals(ZendeskWorld.USERS);
    String bucket = users ? USERS : EXPORTS;
    MinuteWindows.Usage usage =
        windows.use(bucket, users ? limits.users() : limits.exports(), call.request().at());
    Reply reply =
        usage.exceeded()
            ? limits
                .retryAfter()
                .on(call.refused(ZendeskError.rateLimited()), usage.resets(), call.request().at())
            : answer.get();
    return reply.with(
        bucket,
        "total=%d; remaining=%d; resets=%d"
            .formatted(usage.total(), usage.remaining(), usage.resets()));
  }
}
