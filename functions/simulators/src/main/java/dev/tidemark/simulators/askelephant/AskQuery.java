package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list request that passed the rules.
 *
 * @param cursor as it was sent; null on the first page
 * @param descending newest first, which is the default (askelephant 2.3)
 */
record AskQuery(
    String resource,
    int limit,
    @Nullable String cursor,
    boolean descending,
    @Nullable String search,
    List<String> expand,
    List<AskFilter> filters) {
  static final int DEFAULT_LIMIT = 25;
  static final int MAX_LIMIT = 100;

  static AskQuery of(String resource, QueryString query) {
    List<AskFilter> filters = new ArrayList<>();
    for (QueryString.Parameter parameter : query.parameters()) {
      AskFilter filter = AskFilter.of(parameter.name(), parameter.value());
      if (filter != null) {
        filters.add(filter);
      }
    }
    String limit = query.first(AskParameters.LIMIT);
    String expand = query.first(AskParameters.EXPAND);
    return new AskQuery(
        resource,
        limit == null ? DEFAULT_LIMIT : Math.min(MAX_LIMIT, Integer.parseInt(limit)),
        query.first(AskParameters.CURSOR),
        !"updated_at:asc".equals(query.first(AskParameters.ORDER_BY)),
        query.first(AskParameters.SEARCH),
        expand == null ? List.of() : List.of(expand.split(",", -1)),
        filters);
  }

  /** Names the question that a cursor belongs to: all but the page size and the expansion. */
  String binding() {
    List<String> parts = new ArrayList<>();
    filters.forEach(filter -> parts.add(filter.toString()));
    parts.sort(null);
    return resource + (descending ? " desc " : " asc ") + search + parts;
  }

  Predicate<Row> matches() {
    return row -> found(row) && filters.stream().allMatch(filter -> filter.test(row));
  }

  private boolean found(Row row) {
    if (search == null) {
      return true;
    }
    Set<String> members = AskParameters.searched(resource);
    String wanted = search.toLowerCase(Locale.ROOT);
    return members.stream()
        .map(member -> String.valueOf(row.json().raw(member)).toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.contains(wanted));
  }
}
