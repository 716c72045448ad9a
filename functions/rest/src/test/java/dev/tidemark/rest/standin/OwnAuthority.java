package dev.tidemark.rest.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority that no machine knows, and a server's certificate that it has signed.
 *
 * @param file the authority's own certificate, as PEM
 */
public record OwnAuthority(Path store, Path file) {
  private static final String PASSWORD = "changeit";

  /** A new one in {@code folder}, with a certificate for localhost and {@code host}. */
  public static OwnAuthority in(Path folder, String host) throws IOException, InterruptedException {
    Path store = folder.resolve("authority.p12");
    Path file = folder.resolve("authority.pem");
    String[] pair = {"-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12", "-validity", "2"};
    keytool(store, pair, "-alias", "ca", "-dname", "CN=Own Authority", "-ext", "bc:c=ca:true");
    keytool(
        store,
        pair,
        "-alias",
        "server",
        "-signer",
        "ca",
        "-dname",
        "CN=" + host,
        "-ext",
        "san=dns:localhost,dns:" + host);
    keytool(store, new String[] {"-exportcert", "-rfc"}, "-alias", "ca", "-file", file.toString());
    return new OwnAuthority(store, file);
  }

  private static void keytool(Path store, String[] verb, String... more)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(verb));
    line.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    line.addAll(List.of(more));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  /** What the server speaks TLS with. */
  SSLContext server() {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      keys.deleteEntry("ca");
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the certificate that was just made cannot be read", e);
    }
  }
}
