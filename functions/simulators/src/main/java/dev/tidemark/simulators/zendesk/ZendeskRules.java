package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Ids;
import dev.tidemark.simulators.server.QueryString;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an export or a single refuses (contract zendesk 3.2, 3.3); the first finding counts. */
final class ZendeskRules {
  static final String START_TIME = "start_time";
  static final String CURSOR = "cursor";
  static final String PER_PAGE = "per_page";
  static final String INCLUDE = "include";
  static final String SCOPE = "support_type_scope";
  static final int MOST = 1000;

  private static final Set<String> SCOPES = Set.of("all", "agent");

  /** Those that stay within their record, which the definition offers. */
  private static final Map<String, Set<String>> SIDELOADS =
      Map.of(
          ZendeskWorld.TICKETS, Set.of("dates"),
          ZendeskWorld.TICKET_EVENTS, Set.of("comment_events"));

  private ZendeskRules() {}

  /** The refusal, or null when the query is as it should be. */
  static @Nullable ZendeskError check(ZendeskCall call, Ids ids) {
    QueryString query = call.request().query();
    String surplus = query.surplus(known(call.route()));
    if (surplus != null) {
      return ZendeskError.badRequest("Parameter unknown or sent twice: " + surplus);
    }
    if (query.number(PER_PAGE, MOST, MOST) == 0) {
      return ZendeskError.badPagination("per_page is invalid");
    }
    if (!SCOPES.containsAll(query.words(SCOPE))) {
      return ZendeskError.badRequest("Invalid value for " + SCOPE);
    }
    Set<String> sideloads = SIDELOADS.getOrDefault(call.route().resource(), Set.of());
    if (!sideloads.containsAll(query.words(INCLUDE))) {
      return ZendeskError.badRequest("Invalid value for " + INCLUDE);
    }
    return call.route() instanceof ZendeskRoute.OneOf ? null : position(call, query, ids);
  }

  /** The parameters that an endpoint knows, of those that the definition can ask for. */
  private static Set<String> known(ZendeskRoute route) {
    return switch (route.resource()) {
      case ZendeskWorld.TICKETS -> Set.of(START_TIME, CURSOR, PER_PAGE, INCLUDE, SCOPE);
      case ZendeskWorld.TICKET_EVENTS -> Set.of(START_TIME, PER_PAGE, INCLUDE, SCOPE);
      default ->
          switch (route) {
            case ZendeskRoute.CursorExport _ -> Set.of(START_TIME, CURSOR, PER_PAGE);
            case ZendeskRoute.TimeExport _ -> Set.of(START_TIME, PER_PAGE);
            case ZendeskRoute.OneOf _ -> Set.of();
            case ZendeskRoute.Token _ -> Set.of();
            case ZendeskRoute.Unknown _ -> Set.of();
          };
    };
  }

  private static @Nullable ZendeskError position(ZendeskCall call, QueryString query, Ids ids) {
    String text = query.first(CURSOR);
    String start = query.first(START_TIME);
    if (text != null) {
      return start == null
          ? cursor(text, ids)
          : ZendeskError.badRequest("start_time and cursor cannot be combined");
    }
    if (start == null || !start.matches("[0-9]{1,12}")) {
      return ZendeskError.badRequest("start_time is missing or no integer");
    }
    Duration age = call.exclusion();
    long latest = call.request().at().minus(age).getEpochSecond();
    return age.isZero() || Long.parseLong(start) < latest ? null : ZendeskError.tooRecent();
  }

  private static @Nullable ZendeskError cursor(String text, Ids ids) {
    ZendeskCursor cursor = ZendeskCursor.parse(text);
    boolean numeric = ids instanceof ZendeskIds;
    return cursor == null || (numeric && !cursor.id().matches("[0-9]{1,18}"))
        ? ZendeskError.badPagination("cursor is invalid")
        : null;
  }
}
