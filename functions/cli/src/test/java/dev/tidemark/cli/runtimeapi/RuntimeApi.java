package dev.tidemark.cli.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for one process, as AWS documents it ("Using the Lambda runtime API for
 * custom runtimes"): the process asks for the next invocation, which may be long in coming, and
 * posts what became of it.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String INVOCATIONS = "/2018-06-01/runtime/invocation/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Pending> offered = new LinkedBlockingQueue<>();
  private volatile @Nullable Pending current;

  /**
   * An invocation and what becomes of it.
   *
   * @param taken when the process has it
   */
  record Pending(
      Invocation invocation, CompletableFuture<Void> taken, CompletableFuture<Ending> ending) {}

  RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
    server.setExecutor(threads);
    server.createContext(INVOCATIONS + "next", this::next);
    server.createContext(INVOCATIONS, this::posted);
    server.createContext("/2018-06-01/runtime/init/error", this::initError);
    server.start();
  }

  /** What the environment calls {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands the process an invocation as soon as it asks for one. */
  Pending offer(Invocation invocation) {
    Pending pending = new Pending(invocation, new CompletableFuture<>(), new CompletableFuture<>());
    current = pending;
    offered.add(pending);
    return pending;
  }

  private void next(HttpExchange exchange) throws IOException {
    try (exchange) {
      Pending pending = offered.take();
      Invocation invocation = pending.invocation();
      long deadline = InstantSource.system().millis() + invocation.life().toMillis();
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
      headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.arn());
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
      headers.set("Content-Type", "application/json");
      answer(exchange, 200, invocation.event());
      pending.taken().complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void posted(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(INVOCATIONS.length());
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Pending pending = current;
      if (pending == null || !path.startsWith(pending.invocation().requestId() + "/")) {
        answer(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}");
        return;
      }
      answer(exchange, 202, "{\"status\":\"OK\"}");
      pending
          .ending()
          .complete(
              path.endsWith("/response")
                  ? new Ending.Answered(JSON.readTree(body))
                  : new Ending.Threw(body));
    }
  }

  private void initError(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      answer(exchange, 202, "{\"status\":\"OK\"}");
      Pending pending = current;
      if (pending != null) {
        pending.ending().complete(new Ending.Threw(body));
      }
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
