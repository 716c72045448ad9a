package dev.tidemark.simulators.lev;

import java.util.HashSet;
import java.util.Set;

/** Which query parameters an endpoint knows (contract lev 1.2, column P). */
final class LevParameters {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  static final String OFFSET = "offset";
  static final String SORT = "sort";
  static final String FIELDS = "fields";
  static final String INCLUDE = "include";

  private static final Set<String> PAGING = Set.of(LIMIT, CURSOR);
  private static final Set<String> FILTERS =
      Set.of(
          "filter[loan_type]",
          "filter[transaction_type]",
          "filter[business_plan]",
          "filter[archived]");
  private static final Set<String> RANGED = Set.of("loan_amount", "created_at");

  private LevParameters() {}

  /**
   * The names that {@code route} accepts.
   *
   * @param byUpdate whether it knows {@code filter[updated_at]}
   */
  static Set<String> of(LevRoute route, boolean byUpdate) {
    return switch (route) {
      case LevRoute.ListOf(String resource) -> list(resource, byUpdate);
      case LevRoute.ChildrenOf children ->
          switch (children.child()) {
            case LevWorld.NOTES, LevWorld.TERM_SHEETS -> PAGING;
            default -> Set.of();
          };
      case LevRoute.OneOf one ->
          one.collection().equals(LevWorld.DEALS) ? Set.of(FIELDS, INCLUDE) : Set.of();
      case LevRoute.ChildOf _ -> Set.of();
      case LevRoute.FinancialsOf _ -> Set.of();
      case LevRoute.Health _ -> Set.of();
      case LevRoute.Unknown _ -> Set.of();
    };
  }

  private static Set<String> list(String resource, boolean byUpdate) {
    Set<String> names = new HashSet<>(PAGING);
    names.add(FIELDS);
    if (resource.equals(LevWorld.DEALS)) {
      names.addAll(Set.of(OFFSET, SORT, INCLUDE));
      names.addAll(FILTERS);
      RANGED.forEach(field -> addRanges(names, field));
    } else if (resource.equals(LevWorld.LENDERS)) {
      names.addAll(Set.of("name", "filter[state]", SORT));
    }
    if (byUpdate) {
      addRanges(names, "updated_at");
    }
    return names;
  }

  private static void addRanges(Set<String> names, String field) {
    for (String operator : Set.of("", "[gt]", "[gte]", "[lt]", "[lte]")) {
      names.add("filter[" + field + "]" + operator);
    }
  }
}
