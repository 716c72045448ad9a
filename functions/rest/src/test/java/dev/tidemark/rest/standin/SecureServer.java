package dev.tidemark.rest.standin;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server that says hello over TLS, by a certificate of an authority of its own. */
public final class SecureServer implements AutoCloseable {
  private final HttpsServer server;

  /** A server whose certificate {@code authority} has signed. */
  public SecureServer(OwnAuthority authority) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.server()));
    server.createContext(
        "/",
        exchange -> {
          byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, hello.length);
          exchange.getResponseBody().write(hello);
          exchange.close();
        });
    server.start();
  }

  /** Where it is. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Its URL by {@code host}, which leads to this machine. */
  public URI at(String host) {
    return URI.create("https://" + host + ":" + port() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
