package dev.tidemark.rest.standin;

import dev.tidemark.rest.standin.QueryApi.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list whose bounds are days, or times without an offset, of a zone with daylight saving. Of an
 * hour that comes twice it takes what is the worse for its client: the later one for a lower bound,
 * the earlier one for an upper bound.
 */
public final class LocalDaysApi {
  private static final DateTimeFormatter BLANK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int PAGE = 4;

  private final Map<Integer, Instant> rows = new TreeMap<>();
  private final QueryApi api = new QueryApi(this::answer);
  private final ZoneId zone;
  private final Supplier<Instant> now;

  /** An API of an account in {@code zone}, whose clock is {@code now}. */
  public LocalDaysApi(ZoneId zone, Supplier<Instant> now) {
    this.zone = zone;
    this.now = now;
  }

  /** Gives the record the API's time; adds it where it is new. */
  public void touch(int id) {
    rows.put(id, now.get());
  }

  /** The records as they are, by id. */
  public Map<String, String> truth() {
    Map<String, String> truth = new TreeMap<>();
    rows.forEach((id, at) -> truth.put(Integer.toString(id), json(id, at)));
    return truth;
  }

  /** What is asked. */
  public QueryApi api() {
    return api;
  }

  private Reply answer(Map<String, String> query) {
    Instant from = time(query.get("since"), true);
    Instant until = time(query.get("until"), false);
    if (from.plus(Duration.ofDays(8)).isBefore(until) && query.containsKey("until")) {
      return new Reply(400, "{\"error\":\"at most a week\"}");
    }
    String behind = query.getOrDefault("c", "");
    var all =
        rows.entrySet().stream()
            .filter(row -> !row.getValue().isBefore(from) && row.getValue().isBefore(until))
            .sorted(Comparator.comparing(LocalDaysApi::place))
            .filter(row -> place(row).compareTo(behind) > 0)
            .toList();
    var page = all.subList(0, Math.min(PAGE, all.size()));
    String next = all.size() > PAGE ? "\"" + place(page.getLast()) + "\"" : "null";
    return new Reply(
        200,
        page.stream()
            .map(row -> json(row.getKey(), row.getValue()))
            .collect(
                Collectors.joining(
                    ",", "{\"now\":\"" + now.get() + "\",\"data\":[", "],\"next\":" + next + "}")));
  }

  private static String place(Map.Entry<Integer, Instant> row) {
    return "%d-%05d".formatted(row.getValue().toEpochMilli(), row.getKey());
  }

  private static String json(int id, Instant at) {
    return "{\"id\":" + id + ",\"at\":\"" + at + "\"}";
  }

  private Instant time(@Nullable String bound, boolean lower) {
    if (bound == null) {
      return lower ? Instant.MIN.plus(Duration.ofDays(9)) : Instant.MAX;
    }
    LocalDateTime local =
        bound.length() == 10
            ? LocalDate.parse(bound).atStartOfDay()
            : LocalDateTime.parse(bound.replace('+', ' '), BLANK);
    ZonedDateTime at = ZonedDateTime.of(local, zone);
    return (lower ? at.withLaterOffsetAtOverlap() : at.withEarlierOffsetAtOverlap()).toInstant();
  }
}
