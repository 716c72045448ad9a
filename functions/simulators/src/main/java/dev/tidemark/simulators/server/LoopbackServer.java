package dev.tidemark.simulators.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.simulators.schedule.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on 127.0.0.1 that lets a vendor answer and carries out the quirks that are due.
 * Its {@code Date} header is the machine's time whatever the clock says: the JDK's server sets it.
 */
public final class LoopbackServer implements AutoCloseable {
  static {
    // Read once, when the JDK's server is first used. Without it headers and body are two packets,
    // and each page waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ServerSettings settings;
  private final Vendor vendor;
  private final Plan<Quirk> quirks;
  private final Hooks hooks = new Hooks();
  private final RequestLog log = new RequestLog();
  private final AtomicLong requests = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final @Nullable CuttableLine line;
  private final Sender sender;

  /**
   * Starts serving.
   *
   * @throws UncheckedIOException when the port, or any, is not free
   */
  public LoopbackServer(ServerSettings settings, Vendor vendor, Plan<Quirk> quirks) {
    this.settings = settings;
    this.vendor = vendor;
    this.quirks = quirks;
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try {
      server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 0);
      line = settings.resettable() ? new CuttableLine(server.getAddress()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on the loopback interface", e);
    }
    sender = new Sender(line);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** The origin: scheme, host and port, without a path. */
  public URI uri() {
    int port = line == null ? server.getAddress().getPort() : line.port();
    return URI.create("http://127.0.0.1:" + port);
  }

  /** What happens in the middle of requests. */
  public Hooks hooks() {
    return hooks;
  }

  /** What was asked so far. */
  public RequestLog log() {
    return log;
  }

  /**
   * Answers a request that comes from this process, without the wire and without the quirks that
   * are the wire's.
   *
   * @param headers names in any case
   */
  public Reply answer(String method, URI uri, Map<String, String> headers, String body) {
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return answered(method, uri, lower, body).reply();
  }

  private record Answered(Reply reply, Due due) {}

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
    }
    Answered answered =
        answered(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    sender.send(exchange, answered.reply(), answered.due().of(Delivery.class));
  }

  private Answered answered(String method, URI uri, Map<String, String> headers, String body) {
    String resource = vendor.resource(uri.getPath());
    hooks.runBeforeAnswer(resource);
    Due due = new Due(quirks.due(resource));
    Request request =
        new Request(
            requests.incrementAndGet(),
            settings.clock().instant(),
            method,
            uri.getPath(),
            QueryString.parse(uri.getRawQuery()),
            headers,
            body);
    Reply reply = answer(request, due);
    for (ReplyQuirk quirk : due.of(ReplyQuirk.class)) {
      reply = Spoiling.spoil(reply, quirk, request);
    }
    log.add(LogEntry.of(resource, request, reply.status()));
    hooks.runBeforeSend(resource);
    return new Answered(reply, due);
  }

  private Reply answer(Request request, Due due) {
    try {
      return vendor.answer(request, due);
    } catch (RuntimeException bug) {
      // Else the JDK's server hangs up without a word, which a test takes for a network fault.
      return Reply.of(500, "text/plain", "bug in the simulator: " + bug);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    if (line != null) {
      try {
        line.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the line did not close", e);
      }
    }
  }
}
