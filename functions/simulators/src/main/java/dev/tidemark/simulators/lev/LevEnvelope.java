package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The success envelopes (contract lev 1.4). */
final class LevEnvelope {
  private static final String JSON = "application/json";
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private LevEnvelope() {}

  /** A UUID of version 4 that is the same for the same request number. */
  static String requestId(long number) {
    SplittableRandom random = new SplittableRandom(number);
    long most = (random.nextLong() & ~0xF000L) | VERSION_4;
    long least = (random.nextLong() >>> 2) | VARIANT;
    return new UUID(most, least).toString();
  }

  static Reply single(String requestId, Instant now, Json record) {
    return Reply.of(200, JSON, head(requestId, now) + record + "}");
  }

  /**
   * A page under a cursor.
   *
   * @param echo the cursor that was sent, where this resource's samples echo it; null leaves the
   *     member null
   */
  static Reply page(String requestId, Instant now, Page page, Total total, @Nullable String echo) {
    String pagination =
        "\"total\":%d,\"limit\":%d,\"cursor\":%s,\"has_more\":%s"
            .formatted(
                total.rows(),
                total.limit(),
                echo == null ? "null" : Json.quoted(echo),
                page.hasMore());
    String next = page.next() == null ? "" : ",\"next_cursor\":" + page.next();
    return list(requestId, now, page, pagination + next);
  }

  /** A page at an offset: no cursor members (lev 1.4, "List, offset mode"). */
  static Reply offsetPage(String requestId, Instant now, Page page, Total total, int offset) {
    String pagination =
        "\"total\":%d,\"limit\":%d,\"offset\":%d,\"has_more\":%s"
            .formatted(total.rows(), total.limit(), offset, page.hasMore());
    return list(requestId, now, page, pagination);
  }

  private static Reply list(String requestId, Instant now, Page page, String pagination) {
    String tail = page.paginated() ? ",\"pagination\":{" + pagination + "}}" : "}";
    return Reply.of(200, JSON, page.enclosed(head(requestId, now), tail));
  }

  private static String head(String requestId, Instant now) {
    return "{\"request_id\":\"%s\",\"timestamp\":\"%s\",\"data\":"
        .formatted(requestId, now.truncatedTo(ChronoUnit.SECONDS));
  }

  /** How many rows match, and how many a page has at most. */
  record Total(long rows, int limit) {}
}
