package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The order that a {@code sort} asks for; a leading minus descends, nulls come last. */
final class LevSort {
  private LevSort() {}

  static Comparator<Row> by(List<String> words) {
    Comparator<Row> order = (_, _) -> 0;
    for (String word : words) {
      Comparator<Row> next = field(word.startsWith("-") ? word.substring(1) : word);
      order = order.thenComparing(word.startsWith("-") ? next.reversed() : next);
    }
    return order.thenComparingLong(Row::rank);
  }

  private static Comparator<Row> field(String name) {
    return switch (name) {
      case "updated_at" ->
          Comparator.comparing(Row::updatedAt, Comparator.nullsLast(Comparator.naturalOrder()));
      case "loan_amount" -> Comparator.comparing(LevSort::amount);
      default -> Comparator.comparing(row -> String.valueOf(row.json().raw(name)));
    };
  }

  private static BigDecimal amount(Row row) {
    String raw = row.json().raw("loan_amount");
    return raw == null || raw.equals("null") ? BigDecimal.ZERO : new BigDecimal(raw);
  }
}
