package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A list of records in one of the shapes that APIs have, at {@code /v1/orders}. */
final class ShapedApi implements AutoCloseable {
  static final String KEY = "shaped-key-51c8";
  static final int RECORDS = 37;

  /** How the list pages, and how it is let in. */
  enum Shape {
    NEXT_URL,
    LINK_HEADER,
    PAGE_TOKEN,
    STARTING_AFTER,
    PAGE_NUMBER,
    PAGE_NUMBER_FROM_ZERO,
    NO_PAGE_BEHIND_THE_LAST,
    OFFSET,
    WHOLE
  }

  private final HttpServer server;
  private final Shape shape;
  private final AtomicInteger requests = new AtomicInteger();

  private ShapedApi(HttpServer server, Shape shape) {
    this.server = server;
    this.shape = shape;
  }

  static ShapedApi start(Shape shape) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ShapedApi api = new ShapedApi(server, shape);
      server.createContext("/", api::answer);
      server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not start", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int requests() {
    return requests.get();
  }

  boolean open() {
    return shape == Shape.WHOLE;
  }

  /** A record as the API prints it. */
  static String record(int id) {
    return "{\"id\":%d,\"name\":\"Order %d\",\"updated_at\":\"%s\"}".formatted(id, id, time(id));
  }

  private static String time(int id) {
    return "2026-05-01T00:%02d:00Z".formatted(id);
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (requests.incrementAndGet() == 3) {
      exchange.getResponseHeaders().add("Retry-After", "0");
      send(exchange, 429, "{\"error\":\"not so fast\"}");
      return;
    }
    String key =
        switch (shape) {
          case PAGE_NUMBER -> exchange.getRequestHeaders().getFirst("X-Api-Key");
          default -> exchange.getRequestHeaders().getFirst("Authorization");
        };
    String expected = shape == Shape.PAGE_NUMBER ? KEY : "Bearer " + KEY;
    if (!open() && !expected.equals(key)) {
      send(exchange, 401, "{\"error\":\"who is it?\"}");
      return;
    }
    exchange.getResponseHeaders().add("X-Request-Id", "r-1");
    exchange.getResponseHeaders().add("X-RateLimit-Remaining", "58");
    if (!exchange.getRequestURI().getPath().equals("/v1/orders")) {
      send(exchange, 404, "{\"error\":\"nothing there\"}");
      return;
    }
    list(exchange, query(exchange.getRequestURI().getRawQuery()));
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    String since = shape == Shape.NEXT_URL ? query.getOrDefault("updated_since", "") : "";
    List<Integer> all =
        IntStream.rangeClosed(1, RECORDS)
            .boxed()
            .filter(id -> time(id).compareTo(since) >= 0)
            .toList();
    int size = number(query, sizeName(), shape == Shape.WHOLE ? RECORDS : 20);
    int begin = begin(query, all, size);
    List<Integer> shown =
        all.subList(Math.min(begin, all.size()), Math.min(begin + size, all.size()));
    boolean more = begin + size < all.size();
    String records = String.join(",", shown.stream().map(ShapedApi::record).toList());
    if (shape == Shape.NO_PAGE_BEHIND_THE_LAST && shown.isEmpty()) {
      send(exchange, 404, "{\"error\":\"no such page\"}");
      return;
    }
    String next =
        url() + "/v1/orders?at=" + (begin + size) + "&limit=" + size + "&updated_since=" + since;
    if (shape == Shape.LINK_HEADER && more) {
      exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
    }
    send(exchange, 200, body(records, next, begin + size, more));
  }

  private String body(String records, String next, int end, boolean more) {
    return switch (shape) {
      case NEXT_URL ->
          "{\"results\":[%s],\"next\":%s}".formatted(records, more ? '"' + next + '"' : null);
      case PAGE_TOKEN ->
          "{\"orders\":[%s]%s}"
              .formatted(records, more ? ",\"nextPageToken\":\"t" + end + "\"" : "");
      case STARTING_AFTER -> "{\"data\":[%s],\"has_more\":%s}".formatted(records, more);
      case PAGE_NUMBER, PAGE_NUMBER_FROM_ZERO, NO_PAGE_BEHIND_THE_LAST, OFFSET ->
          "{\"items\":[%s],\"total\":%d}".formatted(records, RECORDS);
      case LINK_HEADER, WHOLE -> "[" + records + "]";
    };
  }

  private String sizeName() {
    return switch (shape) {
      case LINK_HEADER, NEXT_URL, OFFSET, STARTING_AFTER -> "limit";
      case PAGE_TOKEN -> "pageSize";
      case PAGE_NUMBER, PAGE_NUMBER_FROM_ZERO, NO_PAGE_BEHIND_THE_LAST -> "per_page";
      case WHOLE -> "-";
    };
  }

  private int begin(Map<String, String> query, List<Integer> all, int size) {
    return switch (shape) {
      case NEXT_URL, LINK_HEADER -> number(query, "at", 0);
      case PAGE_TOKEN -> Integer.parseInt(query.getOrDefault("pageToken", "t0").substring(1));
      case STARTING_AFTER -> all.indexOf(number(query, "starting_after", 0)) + 1;
      case PAGE_NUMBER, NO_PAGE_BEHIND_THE_LAST -> (number(query, "page", 1) - 1) * size;
      case PAGE_NUMBER_FROM_ZERO -> number(query, "page", 0) * size;
      case OFFSET -> number(query, "offset", 0);
      case WHOLE -> 0;
    };
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String text = query.get(name);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new TreeMap<>();
    for (String one : new ArrayList<>(List.of((raw == null ? "" : raw).split("&", -1)))) {
      String[] parts = one.split("=", 2);
      query.put(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
