package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Ids;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.QueryString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export request that passed the rules.
 *
 * @param start the second from which to export, inclusive; 0 when a cursor was sent
 * @param sent the cursor as it was sent; null on the first page and in time exports
 * @param all whether tickets of AI agents are asked for too
 * @param include the sideloads that are asked for
 */
record ZendeskQuery(
    long start, @Nullable String sent, int perPage, boolean all, List<String> include) {
  static ZendeskQuery of(QueryString query) {
    String start = query.first(ZendeskRules.START_TIME);
    return new ZendeskQuery(
        start == null ? 0 : Long.parseLong(start),
        query.first(ZendeskRules.CURSOR),
        query.number(ZendeskRules.PER_PAGE, ZendeskRules.MOST, ZendeskRules.MOST),
        "all".equals(query.first(ZendeskRules.SCOPE)),
        query.words(ZendeskRules.INCLUDE));
  }

  @Nullable ZendeskCursor cursor() {
    return sent == null ? null : ZendeskCursor.parse(sent);
  }

  /** A row that stands right before the first one to export. */
  Row position(Ids ids) {
    ZendeskCursor cursor = cursor();
    return cursor == null
        ? Row.place("0", Long.MIN_VALUE, Instant.ofEpochSecond(start))
        : Row.place(cursor.id(), ids.rank(cursor.id()), Instant.ofEpochSecond(cursor.second()));
  }
}
