package dev.tidemark.rest.standin;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.standin.QueryApi.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list by time whose cursor is the number of rows to leave out: as it is, in a URL and in a
 * {@code Link} header. Records are edited and removed between its pages.
 */
public final class MovingApi implements Transport {
  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, Runnable> events = new HashMap<>();
  private final QueryApi api = new QueryApi(this::answer);
  private Instant last = Instant.parse("2026-11-20T00:00:00Z");
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private Runnable each = () -> {};
  private boolean ignoring;
  private boolean opaque;
  private boolean sorted = true;
  private int requests;

  private record Row(int id, Instant at, Instant place) {
    String json() {
      return place.equals(Instant.MAX)
          ? "{\"id\":" + id + ",\"at\":null}"
          : "{\"id\":" + id + ",\"at\":\"" + at + "\"}";
    }
  }

  /** Further records, each {@code apart} after the one before. */
  public void fill(int count, Duration apart) {
    for (int i = 0; i < count; i++) {
      last = last.plus(apart);
      rows.add(new Row(rows.size() + 1, last, last));
    }
  }

  /** Further records without a time, which stand at the end of a list and pass no bound. */
  public void fillTimeless(int count) {
    for (int i = 0; i < count; i++) {
      rows.add(new Row(rows.size() + 1, Instant.MIN, Instant.MAX));
    }
  }

  /** What happens before the request of that number is answered, counted from 1. */
  public MovingApi at(int request, Runnable event) {
    events.put(request, event);
    return this;
  }

  /** What happens before each request. */
  public void each(Runnable event) {
    each = event;
  }

  /** Sets the API's clock. */
  public void now(Instant instant) {
    now = instant;
  }

  /** The record gets the API's time. */
  public void edit(int id) {
    now = now.plusSeconds(1);
    rows.replaceAll(row -> row.id() == id ? new Row(id, now, now) : row);
  }

  /** The record vanishes. */
  public void remove(int id) {
    rows.removeIf(row -> row.id() == id);
  }

  /** The record says that it is that much younger than its place in the list. */
  public void misplace(int id, Duration ahead) {
    rows.replaceAll(row -> row.id() == id ? new Row(id, row.at().plus(ahead), row.place()) : row);
  }

  /** Two records stand in each other's place. */
  public void swap(int one, int other) {
    Instant first = rows.get(one - 1).place();
    Instant second = rows.get(other - 1).place();
    rows.replaceAll(row ->
        row.id() == one
            ? new Row(one, row.at(), second)
            : row.id() == other ? new Row(other, row.at(), first) : row);
  }

  /** The list is in no order. */
  public void shuffle() {
    sorted = false;
    Collections.shuffle(rows, new Random(7));
  }

  /** The lower bound is ignored from now on. */
  public MovingApi ignoring() {
    ignoring = true;
    return this;
  }

  /** What a cursor holds cannot be told from now on. */
  public MovingApi opaque() {
    opaque = true;
    return this;
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
    Instant since = ignoring ? Instant.MIN : time(query.getOrDefault("since", ""));
    Stream<Row> wanted = rows.stream().filter(row -> !row.at().isBefore(since));
    List<Row> all = (sorted ? wanted.sorted(Comparator.comparing(Row::place)) : wanted).toList();
    int from = from(query.getOrDefault("c", "0"));
    int size = Integer.parseInt(query.getOrDefault("n", "10"));
    int end = Math.min(from + size, all.size());
    String data =
        all.subList(Math.min(from, end), end).stream()
            .map(Row::json)
            .collect(Collectors.joining(",", "[", "]"));
    if (end == all.size()) {
      return new Reply(200, "{\"data\":" + data + ",\"next\":null,\"url\":null}");
    }
    String cursor = opaque ? sealed(end) : Integer.toString(end);
    String url = "/all?n=" + size + "&c=" + cursor;
    url += query.containsKey("since") ? "&since=" + query.get("since") : "";
    return new Reply(
        200,
        "{\"data\":" + data + ",\"next\":\"" + cursor + "\",\"url\":\"" + url + "\"}",
        "<" + url + ">; rel=\"next\"");
  }

  private static String sealed(int number) {
    return "x" + Integer.toString(number * 7919 + 31, 36);
  }

  private static int from(String cursor) {
    return cursor.startsWith("x")
        ? (Integer.parseInt(cursor.substring(1), 36) - 31) / 7919
        : Integer.parseInt(cursor);
  }

  private static Instant time(String since) {
    return since.isEmpty()
        ? Instant.MIN
        : since.matches("\\d+")
            ? Instant.ofEpochSecond(Long.parseLong(since))
            : Instant.parse(since).truncatedTo(ChronoUnit.MILLIS);
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
