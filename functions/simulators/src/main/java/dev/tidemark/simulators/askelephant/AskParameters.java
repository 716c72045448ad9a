package dev.tidemark.simulators.askelephant;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which query parameters and filters a list knows (contract askelephant 2.2, 2.3). */
final class AskParameters {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  static final String ORDER_BY = "order_by";
  static final String SEARCH = "search";
  static final String EXPAND = "expand";

  static final Set<String> ORDERS = Set.of("updated_at:asc", "updated_at:desc");
  static final Set<String> EXPANSIONS =
      Set.of(
          "companies",
          "contacts",
          "owner",
          "action_items",
          "signals",
          "transcript",
          "media_url",
          "tags");

  private static final Set<String> RANGE = Set.of("gt", "gte", "lt", "lte");
  private static final Set<String> CHOICE = Set.of("eq", "in");
  private static final Set<String> EQUAL = Set.of("eq");

  private AskParameters() {}

  /** The plain parameters of a list. */
  static Set<String> of(String resource) {
    Set<String> names = new HashSet<>(Set.of(LIMIT, CURSOR, ORDER_BY));
    if (!resource.equals(AskWorld.TAGS)) {
      names.add(SEARCH);
    }
    if (resource.equals(AskWorld.ENGAGEMENTS)) {
      names.add(EXPAND);
    }
    return names;
  }

  /** The operators that a list knows for a field; empty when it does not filter by it. */
  static Set<String> operators(String resource, String field) {
    return field.equals("updated_at") ? RANGE : filters(resource).getOrDefault(field, Set.of());
  }

  /** The members that {@code search} looks into. */
  static Set<String> searched(String resource) {
    return switch (resource) {
      case AskWorld.CONTACTS, AskWorld.USERS -> Set.of("first_name", "last_name", "emails");
      case AskWorld.COMPANIES -> Set.of("name");
      default -> Set.of("title");
    };
  }

  private static Map<String, Set<String>> filters(String resource) {
    return switch (resource) {
      case AskWorld.CONTACTS -> Map.of("crm_associations", EQUAL);
      case AskWorld.COMPANIES -> Map.of("crm_associations", EQUAL, "domain", EQUAL);
      case AskWorld.ENGAGEMENTS ->
          Map.of(
              "engagement_type", CHOICE,
              "processing_status", CHOICE,
              "company_ids", CHOICE,
              "contact_ids", CHOICE,
              "start_at", RANGE,
              "crm_associations", EQUAL);
      default -> Map.of();
    };
  }
}
