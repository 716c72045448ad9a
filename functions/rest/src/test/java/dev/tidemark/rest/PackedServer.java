package dev.tidemark.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server that gives one packed body to everybody, under a length that is right. */
final class PackedServer implements AutoCloseable {
  private final HttpServer server;
  private final Set<Integer> clients = ConcurrentHashMap.newKeySet();
  private volatile byte[] body = new byte[0];

  PackedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void answer(byte[] packed) {
    body = packed;
  }

  /** How many connections there were, by the ports that they came from. */
  int connections() {
    return new HashSet<>(clients).size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    clients.add(exchange.getRemoteAddress().getPort());
    exchange.getResponseHeaders().putAll(Map.of("Content-Encoding", java.util.List.of("gzip")));
    byte[] bytes = body;
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
