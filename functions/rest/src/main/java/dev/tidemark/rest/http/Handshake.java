package dev.tidemark.rest.http;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why no encrypted connection came about, and what helps. */
final class Handshake {
  private Handshake() {}

  /** {@code e} in words where it is a certificate that is not believed, else as it is. */
  static IOException explained(URI uri, IOException e) {
    if (!(e instanceof SSLException)) {
      return e;
    }
    String host = uri.getHost();
    if (e instanceof SSLPeerUnverifiedException || namesOthers(e)) {
      return new IOException(
          "the certificate that answers for "
              + host
              + " is for other names; is the host right, and does a proxy stand in between?",
          e);
    }
    if (caused(e, CertificateExpiredException.class)
        || caused(e, CertificateNotYetValidException.class)) {
      return new IOException(
          "the certificate of "
              + host
              + " is not valid at this time; the API has to renew it, or this machine's clock is"
              + " wrong",
          e);
    }
    return caused(e, CertPathBuilderException.class)
        ? new IOException(
            "the certificate of "
                + host
                + " is signed by no authority that is known here; where that is a proxy or an"
                + " authority of your own, name its PEM file with the variable TIDEMARK_CA_FILE",
            e)
        : e;
  }

  /** The JDK has no type of its own for it; all its other reasons are narrower ones. */
  private static boolean namesOthers(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at.getClass().equals(CertificateException.class)) {
        return true;
      }
    }
    return false;
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
