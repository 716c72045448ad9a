package dev.tidemark.simulators.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts replies on the wire, whole or otherwise. */
final class Sender {
  private static final int CHUNKED = 0;
  private static final int BODILESS = -1;

  private final @Nullable CuttableLine line;

  Sender(@Nullable CuttableLine line) {
    this.line = line;
  }

  void send(HttpExchange exchange, Reply reply, List<Delivery> deliveries) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    Delivery last = null;
    for (Delivery delivery : deliveries) {
      if (delivery instanceof Delivery.Delayed(Duration pause)) {
        ServerPause.of(pause);
      } else {
        last = delivery;
      }
    }
    if (last == null) {
      sendWhole(exchange, reply);
    } else {
      sendOddly(exchange, reply, last);
    }
  }

  private void sendOddly(HttpExchange exchange, Reply reply, Delivery delivery) throws IOException {
    int length = reply.body().length;
    switch (delivery) {
      case Delivery.Delayed(Duration pause) -> throw new AssertionError("already waited " + pause);
      case Delivery.Dripping(int bytes, Duration pause) -> drip(exchange, reply, bytes, pause);
      case Delivery.ShortBody(int missing) ->
          sendPart(exchange, reply, length, Math.max(0, length - missing));
      case Delivery.ChunkedCut(int sent) -> {
        sendPart(exchange, reply, CHUNKED, Math.min(sent, length));
        // Closing the exchange would write the last chunk: only a handler that fails cuts the line.
        throw new IOException("cut on purpose");
      }
      case Delivery.HungUp() -> exchange.close();
      case Delivery.Reset(int sent) -> reset(exchange, reply, sent);
    }
  }

  private static void sendWhole(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? BODILESS : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static void drip(HttpExchange exchange, Reply reply, int bytes, Duration pause)
      throws IOException {
    byte[] body = reply.body();
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? BODILESS : body.length);
    OutputStream out = exchange.getResponseBody();
    for (int at = 0; at < body.length && !Thread.currentThread().isInterrupted(); at += bytes) {
      ServerPause.of(pause);
      out.write(body, at, Math.min(bytes, body.length - at));
      out.flush();
    }
    exchange.close();
  }

  private void reset(HttpExchange exchange, Reply reply, int sent) throws IOException {
    if (line != null) {
      line.resetAtEnd(exchange.getRemoteAddress().getPort());
    }
    if (sent > 0) {
      int length = reply.body().length;
      sendPart(exchange, reply, length, Math.min(sent, length - 1));
    }
    exchange.close();
  }

  private static void sendPart(HttpExchange exchange, Reply reply, int promised, int sent)
      throws IOException {
    exchange.sendResponseHeaders(reply.status(), promised);
    exchange.getResponseBody().write(reply.body(), 0, sent);
    exchange.getResponseBody().flush();
    if (promised != CHUNKED) {
      exchange.close();
    }
  }
}
