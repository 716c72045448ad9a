package dev.tidemark.simulators.examples;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param more whether there are rows behind it
 */
record PageSlice(List<ExampleRow> rows, boolean more) {
  private static final Pattern MARK = Pattern.compile("k(\\d{1,12})x(\\d{1,12})");

  /** Up to {@code limit} rows from the one at {@code from} on, counted from 0. */
  static PageSlice of(List<ExampleRow> all, long from, int limit) {
    return new PageSlice(all.stream().skip(from).limit(limit).toList(), all.size() - from > limit);
  }

  /** A cursor that names the last row and the time that it had. */
  String mark() {
    return "k" + rows.getLast().at().getEpochSecond() + "x" + rows.getLast().id();
  }

  /**
   * What lies behind such a cursor in an ascending walk; null for a cursor that was never given.
   */
  static @Nullable Predicate<ExampleRow> behind(String mark) {
    Matcher match = MARK.matcher(mark);
    if (!match.matches()) {
      return null;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(match.group(1)));
    long id = Long.parseLong(match.group(2));
    return row -> row.at().isAfter(at) || (row.at().equals(at) && row.id() > id);
  }

  /** The rows as the members of an array. */
  String json(Function<ExampleRow, String> record) {
    return rows.stream().map(record).collect(Collectors.joining(","));
  }
}
