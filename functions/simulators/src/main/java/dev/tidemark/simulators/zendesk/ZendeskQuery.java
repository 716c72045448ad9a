package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Ids;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.QueryString;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export request that passed the rules.
 *
 * @param start the second from which to export, inclusive; null when a cursor was sent
 * @param sent the cursor as it was sent; null on the first page and in time exports
 * @param scope which tickets, by who supports them: all, agent or ai_agent
 */
record ZendeskQuery(
    @Nullable Long start,
    @Nullable String sent,
    int perPage,
    boolean excludeDeleted,
    String scope,
    List<String> include) {
  static final int MOST = 1000;

  static ZendeskQuery of(QueryString query) {
    String start = query.first(ZendeskParameters.START_TIME);
    String perPage = query.first(ZendeskParameters.PER_PAGE);
    String scope = query.first(ZendeskParameters.SCOPE);
    String include = query.first(ZendeskParameters.INCLUDE);
    boolean excluded =
        "true".equals(query.first(ZendeskParameters.EXCLUDE_DELETED))
            || "true".equals(query.first(ZendeskParameters.RECORDS_EXCLUDE_DELETED));
    return new ZendeskQuery(
        start == null ? null : Long.valueOf(start),
        query.first(ZendeskParameters.CURSOR),
        perPage == null ? MOST : Integer.parseInt(perPage),
        excluded,
        scope == null ? "agent" : scope,
        include == null ? List.of() : List.of(include.split(",", -1)));
  }

  @Nullable ZendeskCursor cursor() {
    return sent == null ? null : ZendeskCursor.parse(sent);
  }

  /** A row that stands right before the first one to export. */
  Row position(Ids ids) {
    ZendeskCursor cursor = cursor();
    return cursor == null
        ? probe(start == null ? 0 : start, "0", Long.MIN_VALUE)
        : probe(cursor.second(), cursor.id(), ids.rank(cursor.id()));
  }

  private static Row probe(long second, String id, long rank) {
    return new Row(id, rank, Instant.ofEpochSecond(second), Json.of("{}"), Visibility.DELETED);
  }
}
