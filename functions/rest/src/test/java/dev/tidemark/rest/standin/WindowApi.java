package dev.tidemark.rest.standin;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.standin.QueryApi.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list that is shown between two bounds only, {@code start} and {@code end}, which may be no
 * further apart than it allows. It pages by threes: by the number of the page, by a cursor that
 * names a record, by a URL and by a {@code Link} header.
 */
public final class WindowApi implements Transport {
  private static final int PAGE = 3;

  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, Runnable> events = new HashMap<>();
  private final QueryApi api = new QueryApi(this::answer);
  private final Duration most;
  private final Supplier<Instant> now;
  private Runnable each = () -> {};
  private boolean heedless;
  private boolean exclusive;
  private int empty = 200;
  private int behind = 200;
  private int lost;
  private int requests;

  private record Row(int id, Instant at) {
    /** Its place in the list. */
    String place() {
      return "%d-%05d".formatted(at.toEpochMilli(), id);
    }

    String json() {
      return "{\"id\":" + id + ",\"at\":\"" + at + "\"}";
    }
  }

  /** An API whose bounds are at most {@code most} apart, and whose clock is {@code now}. */
  public WindowApi(Duration most, Supplier<Instant> now) {
    this.most = most;
    this.now = now;
  }

  /** Adds a record of that time. */
  public WindowApi add(Instant at) {
    rows.add(new Row(rows.size() + 1, at));
    return this;
  }

  /** The record gets the time before the API's. */
  public void edit(int id) {
    rows.replaceAll(row -> row.id() == id ? new Row(id, now.get().minusMillis(1)) : row);
  }

  /** What happens before the request of that number is answered, counted from 1. */
  public WindowApi at(int request, Runnable event) {
    events.put(request, event);
    return this;
  }

  /** What happens before each request. */
  public void each(Runnable event) {
    each = event;
  }

  /** The upper bound has no effect from now on. */
  public WindowApi heedless() {
    heedless = true;
    return this;
  }

  /** What lies at either bound is left out from now on. */
  public WindowApi exclusive() {
    exclusive = true;
    return this;
  }

  /** How a window without records is answered from now on. */
  public WindowApi empty(int status) {
    empty = status;
    return this;
  }

  /** How the page behind the last one is answered from now on. */
  public WindowApi behind(int status) {
    behind = status;
    return this;
  }

  /** The next cursors, so many of them, are refused. */
  public void lose(int cursors) {
    lost = cursors;
  }

  /** The records as they are, by id. */
  public Map<String, String> truth() {
    Map<String, String> truth = new TreeMap<>();
    rows.forEach(row -> truth.put(Integer.toString(row.id()), row.json()));
    return truth;
  }

  /** The queries so far. */
  public List<String> queries() {
    return api.asked();
  }

  private Reply answer(Map<String, String> query) {
    requests++;
    each.run();
    events.getOrDefault(requests, () -> {}).run();
    Instant from = time(query.get("start"));
    Instant until = time(query.get("end"));
    if (!from.isBefore(until) || from.plus(most).isBefore(until)) {
      return new Reply(400, "{\"error\":\"start and end must be at most " + most + " apart\"}");
    }
    boolean cursor = query.containsKey("c");
    if (cursor && lost > 0) {
      lost--;
      return new Reply(410, "{\"error\":\"cursor expired\"}");
    }
    List<Row> shown =
        rows.stream()
            .filter(row -> shows(row, from, until))
            .sorted(Comparator.comparing(Row::place))
            .toList();
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    String last = query.getOrDefault("c", "");
    int begin =
        cursor
            ? (int) shown.stream().filter(row -> row.place().compareTo(last) <= 0).count()
            : (page - 1) * PAGE;
    int end = Math.min(begin + PAGE, shown.size());
    if (begin >= shown.size()) {
      int status = begin == 0 ? empty : behind;
      return new Reply(status, status == 200 ? body("[]", "null", "null") : "{}");
    }
    return page(query, shown.subList(begin, end), end == shown.size());
  }

  private Reply page(Map<String, String> query, List<Row> rows, boolean last) {
    String data = rows.stream().map(Row::json).collect(Collectors.joining(",", "[", "]"));
    if (last) {
      return new Reply(200, body(data, "null", "null"));
    }
    String next = rows.getLast().place();
    String url = "/all?start=" + query.get("start") + "&end=" + query.get("end") + "&c=" + next;
    return new Reply(
        200, body(data, "\"" + next + "\"", "\"" + url + "\""), "<" + url + ">; rel=\"next\"");
  }

  private String body(String data, String next, String url) {
    return "{\"data\":%s,\"next\":%s,\"url\":%s,\"now\":\"%s\"}"
        .formatted(data, next, url, now.get());
  }

  private boolean shows(Row row, Instant from, Instant until) {
    return (exclusive ? row.at().isAfter(from) : !row.at().isBefore(from))
        && (heedless || row.at().isBefore(until));
  }

  private static Instant time(@Nullable String bound) {
    if (bound == null) {
      return Instant.EPOCH;
    }
    return bound.matches("\\d+")
        ? Instant.ofEpochSecond(Long.parseLong(bound))
        : bound.length() == 10
            ? LocalDate.parse(bound).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(bound);
  }

  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    return api.get(uri, headers, limit);
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    return api.post(uri, headers, body, limit);
  }

  @Override
  public void close() {}
}
