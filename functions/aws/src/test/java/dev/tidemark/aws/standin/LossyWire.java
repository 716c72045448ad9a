package dev.tidemark.aws.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire to a server that can lose an answer: the request arrives and is carried out, and the
 * connection breaks at the answer's first byte.
 */
public final class LossyWire implements AutoCloseable {
  private static final String NONE = "";

  private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI far;
  private final AtomicReference<String> doomed = new AtomicReference<>(NONE);
  private final AtomicInteger lost = new AtomicInteger();

  /**
   * @param far the server
   */
  public LossyWire(URI far) throws IOException {
    this.far = far;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the server is reached over this wire. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + near.getLocalPort());
  }

  /** Loses the answer to the next request whose beginning contains {@code mark}. */
  public void loseAnswerTo(String mark) {
    doomed.set(mark);
  }

  /** Answers lost so far. */
  public int lost() {
    return lost.get();
  }

  @Override
  public void close() throws IOException {
    near.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = near.accept();
        Socket server = new Socket(far.getHost(), far.getPort());
        AtomicReference<String> mark = new AtomicReference<>(NONE);
        Thread.ofVirtual().start(() -> carry(client, server, bytes -> watch(bytes, mark)));
        Thread.ofVirtual().start(() -> carry(server, client, bytes -> !loses(bytes, mark)));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private interface Gate {
    boolean lets(String bytes);
  }

  private boolean watch(String request, AtomicReference<String> mark) {
    String wanted = doomed.get();
    if (!wanted.isEmpty() && request.contains(wanted) && doomed.compareAndSet(wanted, NONE)) {
      mark.set(wanted);
    }
    return true;
  }

  private boolean loses(String answer, AtomicReference<String> mark) {
    boolean loses = !mark.get().isEmpty() && !answer.startsWith("HTTP/1.1 100");
    if (loses) {
      lost.incrementAndGet();
    }
    return loses;
  }

  private static void carry(Socket from, Socket to, Gate gate) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read;
      while ((read = in.read(buffer)) >= 0) {
        if (!gate.lets(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // One side has gone; closing tells the other.
    }
  }
}
