package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.server.Reply;
import java.time.temporal.ChronoUnit;
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
    return new UUID(number << 16 | VERSION_4, VARIANT | number).toString();
  }

  static Reply single(LevCall call, Json record) {
    return Reply.of(200, JSON, head(call) + record + "}");
  }

  static Reply page(LevCall call, Page page, Pagination stated) {
    if (!page.paginated()) {
      return Reply.of(200, JSON, page.enclosed(head(call), "}"));
    }
    String pagination =
        ",\"pagination\":{\"total\":%d,\"limit\":%d,\"cursor\":%s,\"has_more\":%s"
            .formatted(
                stated.total(),
                stated.limit(),
                stated.echo() == null ? "null" : Json.quoted(stated.echo()),
                page.hasMore());
    String next = page.next() == null ? "" : ",\"next_cursor\":" + page.next();
    return Reply.of(200, JSON, page.enclosed(head(call), pagination + next + "}}"));
  }

  private static String head(LevCall call) {
    return "{\"request_id\":\"%s\",\"timestamp\":\"%s\",\"data\":"
        .formatted(call.id(), call.request().at().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * What a page tells beside its records.
   *
   * @param total how many rows match
   * @param limit how many a page has at most
   * @param echo the cursor that was sent, where this resource's samples echo it
   */
  record Pagination(long total, int limit, @Nullable String echo) {}
}
