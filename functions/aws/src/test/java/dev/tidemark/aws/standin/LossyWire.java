package dev.tidemark.aws.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to a server that loses a request, or the answer to one, by breaking the connection. */
public final class LossyWire implements AutoCloseable {
  private static final String NONE = "";

  private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI far;
  private final AtomicReference<String> doomedRequest = new AtomicReference<>(NONE);
  private final AtomicReference<String> doomedAnswer = new AtomicReference<>(NONE);
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

  /** Loses the next request whose beginning contains {@code mark}: the server never sees it. */
  public void loseRequest(String mark) {
    doomedRequest.set(mark);
  }

  /** Loses the answer to the next such request, which the server carries out. */
  public void loseAnswerTo(String mark) {
    doomedAnswer.set(mark);
  }

  /** Requests and answers lost so far. */
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
        AtomicBoolean doomed = new AtomicBoolean();
        Thread.ofVirtual().start(() -> carry(client, server, bytes -> request(bytes, doomed)));
        Thread.ofVirtual().start(() -> carry(server, client, bytes -> answer(bytes, doomed)));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private interface Gate {
    boolean lets(String bytes);
  }

  private boolean request(String bytes, AtomicBoolean doomed) {
    if (takes(doomedAnswer, bytes)) {
      doomed.set(true);
    }
    return !takes(doomedRequest, bytes) || lose();
  }

  private boolean answer(String bytes, AtomicBoolean doomed) {
    return !doomed.get() || bytes.startsWith("HTTP/1.1 100") || lose();
  }

  private boolean lose() {
    lost.incrementAndGet();
    return false;
  }

  private static boolean takes(AtomicReference<String> mark, String bytes) {
    String wanted = mark.get();
    return !wanted.isEmpty() && bytes.contains(wanted) && mark.compareAndSet(wanted, NONE);
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
