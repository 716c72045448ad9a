package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The API of the page about APIs of one's own: bookings by time, numbered moorings, notes. */
final class Quayside implements AutoCloseable {
  static final String KEY = "quayside-key-7f3a";
  static final int BOOKINGS = 90;
  static final int MOORINGS = 7;

  private static final int PAGE_OF_MOORINGS = 3;

  private final HttpServer server;

  private Quayside(HttpServer server) {
    this.server = server;
  }

  static Quayside start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", Quayside::answer);
      server.start();
      return new Quayside(server);
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not start", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A booking as the API prints it; they were changed a minute after each other. */
  static String booking(int id) {
    String status = id % 30 == 7 ? "cancelled" : "confirmed";
    return "{\"id\":%d,\"boat\":\"Petrel %d\",\"status\":\"%s\",\"updated_at\":\"%s\"}"
        .formatted(id, id, status, time(id));
  }

  static boolean cancelled(int id) {
    return booking(id).contains("cancelled");
  }

  private static String time(int id) {
    return "2026-05-01T%02d:%02d:00Z".formatted(id / 60, id % 60);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean known =
        ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String body = known ? body(exchange.getRequestURI()) : null;
    byte[] bytes = (body == null ? "{\"error\":\"no\"}" : body).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("X-Request-Id", "q-1");
    exchange.sendResponseHeaders(body != null ? 200 : known ? 404 : 401, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static @Nullable String body(URI uri) {
    Map<String, String> query = query(uri);
    List<String> path = List.of(uri.getPath().substring(1).split("/", -1));
    return switch (path.size() + path.get(1)) {
      case "2bookings" -> bookings(query);
      case "3bookings" -> single(Integer.parseInt(path.get(2)));
      case "4bookings" -> notes(Integer.parseInt(path.get(2)));
      case "2moorings" -> moorings(Integer.parseInt(query.getOrDefault("page", "1")));
      default -> null;
    };
  }

  private static @Nullable String single(int id) {
    return id < 1 || id > BOOKINGS ? null : "{\"data\":" + booking(id) + "}";
  }

  private static String bookings(Map<String, String> query) {
    int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
    int behind = Integer.parseInt(query.getOrDefault("cursor", "0"));
    String since = query.getOrDefault("updated_since", "").replace(".000Z", "Z");
    Predicate<Integer> wanted = id -> id > behind && time(id).compareTo(since) >= 0;
    List<Integer> rest =
        IntStream.rangeClosed(1, BOOKINGS).boxed().filter(wanted).limit(limit + 1L).toList();
    boolean more = rest.size() > limit;
    List<Integer> shown = more ? rest.subList(0, limit) : rest;
    String next = more ? "\"" + shown.getLast() + "\"" : "null";
    return page(shown.stream().map(Quayside::booking).collect(Collectors.joining(",")), next, more);
  }

  private static String moorings(int page) {
    return page(
        IntStream.rangeClosed(1, MOORINGS)
            .filter(id -> (id - 1) / PAGE_OF_MOORINGS == page - 1)
            .mapToObj(id -> "{\"id\":\"M%d\"}".formatted(id))
            .collect(Collectors.joining(",")),
        "null",
        false);
  }

  /** Every third booking has one. */
  private static String notes(int booking) {
    return page(
        booking % 3 == 0 ? "{\"id\":%d,\"text\":\"late\"}".formatted(booking * 10) : "",
        "null",
        false);
  }

  private static String page(String records, String next, boolean more) {
    return "{\"data\":[%s],\"meta\":{\"next\":%s,\"has_more\":%s}}".formatted(records, next, more);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    String text = uri.getQuery() == null ? "" : uri.getQuery();
    for (String parameter : text.split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      query.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
