package dev.tidemark.cli.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Secrets Manager with one secret, and Lambda as far as it takes events for later. */
final class Services implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param secret the only one, as it stands in a JSON string
   * @param events takes what a function sends to a function
   */
  Services(String secret, Consumer<String> events) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
    server.setExecutor(threads);
    String answer = "{\"ARN\":\"arn\",\"Name\":\"credential\",\"SecretString\":\"" + secret + "\"}";
    server.createContext("/", exchange -> answer(exchange, 200, answer));
    server.createContext(
        "/2015-03-31/functions/",
        exchange -> {
          events.accept(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          answer(exchange, 202, "");
        });
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
