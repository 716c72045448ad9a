package dev.tidemark.rest.http;

import dev.tidemark.rest.definition.DefinitionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities by which certificates are believed: those of the JDK, and those of a file. */
final class Authorities {
  private Authorities() {}

  /**
   * What believes the JDK's authorities and those in {@code file}. None is taken away: a company's
   * proxy signs for some hosts only.
   *
   * @param variable names the file
   * @param file certificates as PEM
   * @throws DefinitionException if it holds none
   */
  static SSLContext with(String variable, Path file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      List<Certificate> trusted = new ArrayList<>(known());
      trusted.addAll(read(variable, file));
      for (Certificate one : trusted) {
        store.setCertificateEntry(Integer.toString(store.size()), one);
      }
      TrustManagerFactory factory = factory();
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK has TLS and a store in memory", e);
    }
  }

  private static TrustManagerFactory factory() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }

  /** Those of the JDK, or of the store that javax.net.ssl.trustStore names. */
  private static List<Certificate> known() throws GeneralSecurityException {
    TrustManagerFactory factory = factory();
    factory.init((KeyStore) null);
    List<Certificate> known = new ArrayList<>();
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        known.addAll(List.<X509Certificate>of(x509.getAcceptedIssuers()));
      }
    }
    return known;
  }

  private static Collection<? extends Certificate> read(String variable, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!read.isEmpty()) {
        return read;
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new DefinitionException(unreadable(variable, file) + ": " + e.getMessage());
    }
    throw new DefinitionException(unreadable(variable, file));
  }

  private static String unreadable(String variable, Path file) {
    return variable + ": " + file + " holds no certificates that can be read; name a file of PEM";
  }
}
