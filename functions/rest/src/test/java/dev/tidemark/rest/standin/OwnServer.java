package dev.tidemark.rest.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that says what it is told to say, and counts who came. */
public final class OwnServer implements AutoCloseable {
  private final HttpServer server;
  private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Map<String, List<String>> headers = Map.of();
  private volatile Said said = new Said(200, Map.of(), _ -> new byte[0]);
  private volatile boolean chunked;

  private record Said(
      int status, Map<String, String> headers, Function<HttpExchange, byte[]> body) {}

  public OwnServer() {
    try {
      InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
      server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What to say from now on; a status of 0 hangs up. */
  public void answer(int status, Map<String, String> headers, byte[] body) {
    said = new Said(status, headers, _ -> body);
  }

  /** The same with a body that is made from the request. */
  public void answer(int status, Function<HttpExchange, byte[]> body) {
    said = new Said(status, Map.of(), body);
  }

  /** Bodies come in chunks from now on. */
  public OwnServer inChunks() {
    chunked = true;
    return this;
  }

  /** How many connections there were. */
  public int connections() {
    return ports.size();
  }

  /** How many requests there were. */
  public int requests() {
    return requests.get();
  }

  /** The headers of the last request, names as the JDK's server writes them. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  private void handle(HttpExchange exchange) throws IOException {
    ports.add(exchange.getRemoteAddress().getPort());
    requests.incrementAndGet();
    headers = Map.copyOf(exchange.getRequestHeaders());
    Said now = said;
    if (now.status() == 0) {
      exchange.close();
      return;
    }
    byte[] body = now.body().apply(exchange);
    now.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : chunked ? 0 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
