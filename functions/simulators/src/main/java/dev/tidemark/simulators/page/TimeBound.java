package dev.tidemark.simulators.page;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.QueryString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One {@code filter[updated_at][gte]=2026-03-01T00:00:00Z}, as Lev (1.3) and AskElephant (2.3) have
 * it. A row without a time passes none.
 */
public record TimeBound(String operator, Instant time) implements Predicate<Row> {
  private static final List<String> OPERATORS = List.of("gt", "gte", "lt", "lte");

  /** The parameters by which a list is bounded. */
  public static final Set<String> NAMES =
      OPERATORS.stream().map(TimeBound::name).collect(Collectors.toUnmodifiableSet());

  /** The bounds of a {@link #readable} query, in the same order however they were sent. */
  public static List<TimeBound> of(QueryString query) {
    return OPERATORS.stream()
        .filter(operator -> query.has(name(operator)))
        .map(operator ->
            new TimeBound(operator, Instant.parse(String.valueOf(query.first(name(operator))))))
        .toList();
  }

  /** Whether every bound is a time in UTC. */
  public static boolean readable(QueryString query) {
    try {
      return of(query).size() <= OPERATORS.size();
    } catch (DateTimeException notReadable) {
      return false;
    }
  }

  @Override
  public boolean test(Row row) {
    Instant updatedAt = row.updatedAt();
    if (updatedAt == null) {
      return false;
    }
    int comparison = updatedAt.compareTo(time);
    return switch (operator) {
      case "gt" -> comparison > 0;
      case "gte" -> comparison >= 0;
      case "lt" -> comparison < 0;
      default -> comparison <= 0;
    };
  }

  private static String name(String operator) {
    return "filter[updated_at][" + operator + "]";
  }
}
