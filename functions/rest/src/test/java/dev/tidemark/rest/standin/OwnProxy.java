package dev.tidemark.rest.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy that connects whatever host it is asked for to one port of this machine. */
public final class OwnProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final int target;
  private final @Nullable String login;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * A proxy that leads to {@code target}.
   *
   * @param login the {@code Proxy-Authorization} that it wants; null for none
   */
  public OwnProxy(int target, @Nullable String login) throws IOException {
    this.socket = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
    this.target = target;
    this.login = login;
    Thread.ofVirtual().start(this::serve);
  }

  /** Where it is. */
  public int port() {
    return socket.getLocalPort();
  }

  /** What it was sent before it connected. */
  public List<String> asked() {
    return asked;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      asked.add(head);
      OutputStream out = client.getOutputStream();
      if (login != null && !head.contains("Proxy-Authorization: " + login)) {
        out.write(
            "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        return;
      }
      try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
        out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        Thread back = Thread.ofVirtual().start(() -> copy(server, client));
        copy(client, server);
        back.interrupt();
      }
    } catch (IOException e) {
      // The client sees that its connection has ended.
      return;
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has hung up.
      return;
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request broke off");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
