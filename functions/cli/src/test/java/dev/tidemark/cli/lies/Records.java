package dev.tidemark.cli.lies;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records of scripted APIs, a minute apart, oldest first. */
final class Records {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private Records() {}

  static String time(int id) {
    return FIRST.plusSeconds(60L * id).toString();
  }

  static String record(int id) {
    return "{\"id\":%d,\"updated_at\":\"%s\"}".formatted(id, time(id));
  }

  /** Records {@code first} to {@code last}, both included, as an array. */
  static String array(int first, int last) {
    return array(IntStream.rangeClosed(first, last).mapToObj(Records::record).toList());
  }

  static String array(List<String> records) {
    return records.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * The page of {@code size} records from the {@code from}-th of {@code all} on, counted from 0.
   */
  static List<String> cut(List<String> all, int from, int size) {
    int begin = Math.min(Math.max(0, from), all.size());
    return all.subList(begin, Math.min(all.size(), begin + size));
  }
}
