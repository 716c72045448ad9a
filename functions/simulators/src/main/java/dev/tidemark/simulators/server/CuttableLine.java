package dev.tidemark.simulators.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries bytes between the clients and the JDK's HTTP server, because the latter never lets go of
 * its sockets and a connection can be reset (RST instead of FIN) only by who owns the socket.
 */
final class CuttableLine implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final ServerSocket door;
  private final InetSocketAddress server;
  private final Map<Integer, Socket> clients = new ConcurrentHashMap<>();
  private final Set<Integer> doomed = ConcurrentHashMap.newKeySet();

  CuttableLine(InetSocketAddress server) throws IOException {
    this.server = server;
    this.door = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Lets the connection that the server sees as coming from {@code port} end in a reset. */
  void resetAtEnd(int port) {
    doomed.add(port);
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        client.setTcpNoDelay(true);
        Socket inner = new Socket(server.getAddress(), server.getPort());
        inner.setTcpNoDelay(true);
        clients.put(inner.getLocalPort(), client);
        Thread.ofVirtual().start(() -> carry(client, inner, null));
        Thread.ofVirtual().start(() -> carry(inner, client, inner.getLocalPort()));
      }
    } catch (IOException _) {
      clients.values().forEach(CuttableLine::hangUp);
    }
  }

  /** Copies until one side ends; {@code port} is given on the way back to the client. */
  private void carry(Socket from, Socket to, @Nullable Integer port) {
    try (from;
        to) {
      try {
        pump(from.getInputStream(), to.getOutputStream());
      } finally {
        if (port != null && doomed.remove(port)) {
          to.setSoLinger(true, 0);
        }
      }
    } catch (IOException _) {
      // Either side may hang up at any byte; the other then sees its own connection end.
    } finally {
      if (port != null) {
        clients.remove(port);
      }
    }
  }

  private static void pump(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a loopback socket did not close", e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    clients.values().forEach(CuttableLine::hangUp);
  }
}
