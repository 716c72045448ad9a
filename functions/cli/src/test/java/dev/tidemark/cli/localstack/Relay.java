package dev.tidemark.cli.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Collections;

/** Makes a server on this machine's loopback reachable from containers, by the bridge's address. */
final class Relay implements AutoCloseable {
  private final URI far;
  private final InetAddress bridge;
  private final ServerSocket near;

  Relay(URI far) throws IOException {
    this.far = far;
    this.bridge = bridge();
    this.near = new ServerSocket();
    near.bind(new InetSocketAddress(bridge, 0));
    Thread.ofVirtual().start(this::accept);
  }

  private static InetAddress bridge() throws IOException {
    NetworkInterface docker = NetworkInterface.getByName("docker0");
    if (docker == null) {
      throw new IOException("there is no network docker0 between this machine and containers");
    }
    return Collections.list(docker.getInetAddresses()).stream()
        .filter(address -> address.getAddress().length == 4)
        .findFirst()
        .orElseThrow(() -> new IOException("docker0 has no address"));
  }

  /** Where containers reach it. */
  String uri() {
    return "http://" + bridge.getHostAddress() + ":" + near.getLocalPort();
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
        Thread.ofVirtual().start(() -> carry(client, server));
        Thread.ofVirtual().start(() -> carry(server, client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException broken) {
      // One side has gone; closing tells the other.
    }
  }
}
