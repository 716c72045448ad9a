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

  private final Settings settings;
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
   * @throws UncheckedIOException when the port is taken
   */
  public LoopbackServer(Settings settings, Vendor vendor, Plan<Quirk> quirks) {
    this.settings = settings;
    this.vendor = vendor;
    this.quirks = quirks;
    settings.quirks().forEach(quirks::add);
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    try {
      int inner = settings.resettable() ? 0 : settings.port();
      server = HttpServer.create(new InetSocketAddress(loopback, inner), 0);
      line = settings.resettable() ? new CuttableLine(settings.port(), server.getAddress()) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + settings.port(), e);
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

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String resource = vendor.resource(exchange.getRequestURI().getPath());
    hooks.runBeforeAnswer(resource);
    Due due = new Due(quirks.due(resource));
    Request request = read(exchange, body);
    Reply reply = answer(request, due);
    for (ReplyQuirk quirk : due.of(ReplyQuirk.class)) {
      reply = Spoiling.spoil(reply, quirk, request);
    }
    log.add(LogEntry.of(resource, request, reply.status()));
    hooks.runBeforeSend(resource);
    sender.send(exchange, reply, due.of(Delivery.class));
  }

  private Reply answer(Request request, Due due) {
    try {
      return vendor.answer(request, due);
    } catch (RuntimeException bug) {
      // Else the JDK's server hangs up without a word, which a test takes for a network fault.
      return Reply.of(500, "text/plain", "bug in the simulator: " + bug);
    }
  }

  private Request read(HttpExchange exchange, String body) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
    }
    URI uri = exchange.getRequestURI();
    return new Request(
        requests.incrementAndGet(),
        settings.clock().instant(),
        exchange.getRequestMethod(),
        uri.getPath(),
        Query.parse(uri.getRawQuery()),
        headers,
        body);
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
