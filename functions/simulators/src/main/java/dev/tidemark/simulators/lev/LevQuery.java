package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list request that passed the rules.
 *
 * @param cursor as it was sent; null on the first page
 * @param sort the fields to sort by; empty in cursor mode
 * @param fields the members asked for; empty means all
 * @param include the children asked for
 */
record LevQuery(
    int limit,
    @Nullable String cursor,
    List<String> sort,
    int offset,
    List<String> fields,
    List<String> include,
    List<LevFilter> filters) {
  static final int DEFAULT_LIMIT = 50;

  static LevQuery of(QueryString query) {
    List<LevFilter> filters = new ArrayList<>();
    for (QueryString.Parameter parameter : query.parameters()) {
      LevFilter filter = LevFilter.of(parameter.name(), parameter.value());
      if (filter != null) {
        filters.add(filter);
      } else if (parameter.name().equals("name")) {
        filters.add(new LevFilter("name", LevFilter.EQ, parameter.value()));
      }
    }
    String limit = query.first(LevParameters.LIMIT);
    String offset = query.first(LevParameters.OFFSET);
    return new LevQuery(
        limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit),
        query.first(LevParameters.CURSOR),
        words(query, LevParameters.SORT),
        offset == null ? 0 : Integer.parseInt(offset),
        words(query, LevParameters.FIELDS),
        words(query, LevParameters.INCLUDE),
        filters);
  }

  /** The words of a comma list; empty when the parameter was not sent. */
  static List<String> words(QueryString query, String name) {
    String value = query.first(name);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  /** Names the question that a cursor belongs to: the path and the filters, not the page size. */
  static String binding(String path, QueryString query) {
    List<String> filters = new ArrayList<>();
    for (QueryString.Parameter parameter : query.parameters()) {
      if (parameter.name().startsWith("filter") || parameter.name().equals("name")) {
        filters.add(parameter.name() + '=' + parameter.value());
      }
    }
    filters.sort(null);
    return path + filters;
  }

  /** This query with a page that holds everything, where pages cannot be asked for. */
  LevQuery unpaged(int rows) {
    int whole = Math.max(DEFAULT_LIMIT, rows);
    return new LevQuery(whole, cursor, sort, offset, fields, include, filters);
  }

  LevQuery without(String field) {
    List<LevFilter> kept = filters.stream().filter(f -> !f.field().equals(field)).toList();
    return new LevQuery(limit, cursor, sort, offset, fields, include, kept);
  }

  Predicate<Row> matches() {
    return row -> row.listed() && filters.stream().allMatch(filter -> filter.test(row));
  }
}
