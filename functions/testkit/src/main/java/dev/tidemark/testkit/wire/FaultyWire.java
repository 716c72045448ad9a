package dev.tidemark.testkit.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A wire to an HTTP server on this machine on which a {@link WireScript} makes things go wrong. It
 * knows where a request and an answer end, so that a fault strikes the one that is meant, and the
 * connection of the client stays open between them as it would without it.
 */
public final class FaultyWire implements AutoCloseable {
  private static final int WAITING = 200;

  private final ServerSocket near;
  private final URI far;
  private final WireScript script;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param far the server
   */
  public FaultyWire(URI far, WireScript script) {
    this.far = far;
    this.script = script;
    try {
      near = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the server is reached over this wire. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + near.getLocalPort());
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      near.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the wire cannot be closed", e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = near.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException over) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      Message request = request(in, client);
      while (request != null && exchange(client, request)) {
        request = request(in, client);
      }
    } catch (IOException broken) {
      // One side has gone; closing tells the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Message request(InputStream in, Socket client) throws IOException {
    Message head = Message.head(in);
    if (head == null) {
      return null;
    }
    if (head.header("expect").equalsIgnoreCase("100-continue")) {
      client
          .getOutputStream()
          .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return head.withBody(in, false);
  }

  /** One request and its answer; false if the connection is of no use any more. */
  private boolean exchange(Socket client, Message request)
      throws IOException, InterruptedException {
    WireRequest seen = seen(request);
    switch (script.meets(seen)) {
      case WireFault.None() -> client.getOutputStream().write(forward(request, seen));
      case WireFault.Answered answered -> client.getOutputStream().write(bytes(answered));
      case WireFault.RequestLost() -> {
        return broken(client, true);
      }
      case WireFault.AnswerLost(boolean reset) -> {
        forward(request, seen);
        return broken(client, reset);
      }
      case WireFault.AnswerCut() -> {
        byte[] answer = forward(request, seen);
        client.getOutputStream().write(Arrays.copyOf(answer, answer.length - half(answer)));
        return broken(client, false);
      }
      case WireFault.AnswerLate(var by) -> {
        byte[] answer = forward(request, seen);
        if (closed.await(by.toMillis(), TimeUnit.MILLISECONDS)) {
          return false;
        }
        client.getOutputStream().write(answer);
      }
    }
    return true;
  }

  /** Half of the body, or half of the head where there is none. */
  private static int half(byte[] answer) {
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    int body = answer.length - text.indexOf("\r\n\r\n") - 4;
    return (body > 0 ? body : answer.length) / 2 + 1;
  }

  private static boolean broken(Socket client, boolean reset) throws IOException {
    if (reset) {
      client.setSoLinger(true, 0);
    }
    return false;
  }

  private byte[] forward(Message request, WireRequest seen) throws IOException {
    try (Socket server = new Socket(far.getHost(), far.getPort())) {
      server.setTcpNoDelay(true);
      server.getOutputStream().write(request.carried("Connection: close").bytes());
      InputStream in = new BufferedInputStream(server.getInputStream());
      Message head = Objects.requireNonNull(Message.head(in), "the server said nothing");
      boolean bodiless = seen.method().equals("HEAD") || head.first().contains(" 204 ");
      Message answer = bodiless ? head : head.withBody(in, true);
      script.done(seen);
      return length(answer, bodiless).bytes();
    }
  }

  private static Message length(Message answer, boolean bodiless) {
    return bodiless || !answer.header("content-length").isEmpty()
        ? answer.carried()
        : answer.carried("Content-Length: " + answer.body().length);
  }

  private static byte[] bytes(WireFault.Answered answered) {
    byte[] body = answered.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Fault\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(answered.status(), answered.type(), body.length);
    byte[] all =
        Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
    System.arraycopy(body, 0, all, head.length(), body.length);
    return all;
  }

  private static WireRequest seen(Message request) {
    String[] words = request.first().split(" ", 3);
    return new WireRequest(
        words[0],
        words[1],
        request.header("x-amz-target"),
        new String(request.body(), StandardCharsets.ISO_8859_1));
  }
}
