package dev.tidemark.cli.lies;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * An API that answers whatever its script says, on a loopback port, and notes what it was asked.
 */
final class ScriptedApi implements AutoCloseable {
  /** What is answered. */
  @FunctionalInterface
  interface Script {
    /** The answer to a request. */
    Said answer(Asked asked);
  }

  /** A request: its path and its query, decoded. */
  record Asked(String path, Map<String, String> query) {
    int number(String name, int otherwise) {
      String text = query.get(name);
      return text == null ? otherwise : Integer.parseInt(text);
    }

    String text(String name) {
      return query.getOrDefault(name, "");
    }
  }

  /** An answer. */
  record Said(int status, String body, Map<String, String> headers) {
    static Said ok(String body) {
      return new Said(200, body, Map.of());
    }

    static Said status(int status) {
      return new Said(status, "{}", Map.of());
    }
  }

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Script script;

  private ScriptedApi(HttpServer server, Script script) {
    this.server = server;
    this.script = script;
  }

  static ScriptedApi start(Script script) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ScriptedApi api = new ScriptedApi(server, script);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
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

  /** From now on the answers are those of {@code other}. */
  void becomes(Script other) {
    script = other;
  }

  /** The requests so far, in their order. */
  List<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Asked request = new Asked(uri.getPath(), query(uri.getRawQuery()));
    asked.add(request);
    Said said = script.answer(request);
    byte[] bytes = said.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    said.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new TreeMap<>();
    for (String parameter : (raw == null ? "" : raw).split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      if (!parts[0].isEmpty()) {
        query.put(
            URLDecoder.decode(parts[0], UTF_8),
            parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "");
      }
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
