package dev.tidemark.simulators.zendesk;

import java.util.Set;

/** Which query parameters and sideloads an endpoint knows (contract zendesk 3.2, 3.3). */
final class ZendeskParameters {
  static final String START_TIME = "start_time";
  static final String CURSOR = "cursor";
  static final String PER_PAGE = "per_page";
  static final String INCLUDE = "include";
  static final String SCOPE = "support_type_scope";
  static final String EXCLUDE_DELETED = "exclude_deleted";
  static final String RECORDS_EXCLUDE_DELETED = "filter[exclude_deleted]";

  static final Set<String> SCOPES = Set.of("all", "agent", "ai_agent");
  static final Set<String> FLAGS = Set.of("true", "false");

  private ZendeskParameters() {}

  static Set<String> of(ZendeskRoute route) {
    return switch (route) {
      case ZendeskRoute.CursorExport(String resource, _) ->
          switch (resource) {
            case ZendeskWorld.TICKETS ->
                Set.of(START_TIME, CURSOR, PER_PAGE, INCLUDE, SCOPE, EXCLUDE_DELETED);
            case ZendeskWorld.USERS -> Set.of(START_TIME, CURSOR, PER_PAGE, INCLUDE);
            default -> Set.of(START_TIME, CURSOR, PER_PAGE, RECORDS_EXCLUDE_DELETED);
          };
      case ZendeskRoute.TimeExport(String resource) ->
          switch (resource) {
            case ZendeskWorld.TICKET_EVENTS -> Set.of(START_TIME, PER_PAGE, INCLUDE, SCOPE);
            case ZendeskWorld.METRIC_EVENTS ->
                Set.of(START_TIME, PER_PAGE, EXCLUDE_DELETED, "include_changes");
            default -> Set.of(START_TIME, PER_PAGE, INCLUDE);
          };
      case ZendeskRoute.OneOf _ -> Set.of(INCLUDE);
      case ZendeskRoute.CustomObjects _ -> Set.of();
      case ZendeskRoute.Me _ -> Set.of();
      case ZendeskRoute.Tokens _ -> Set.of();
      case ZendeskRoute.Unknown _ -> Set.of();
    };
  }

  static Set<String> sideloads(ZendeskRoute route) {
    return switch (route.resource()) {
      case ZendeskWorld.TICKETS -> Set.of("users", "groups", "organizations", "metric_sets");
      case ZendeskWorld.TICKET_EVENTS -> Set.of("comment_events");
      case ZendeskWorld.USERS -> Set.of("organizations", "groups");
      default -> Set.of();
    };
  }
}
