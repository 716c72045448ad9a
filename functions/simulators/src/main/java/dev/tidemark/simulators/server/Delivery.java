package dev.tidemark.simulators.server;

import java.time.Duration;

/**
 * How a reply goes over the wire when it does not simply go. The contracts document none of these;
 * every API over the Internet has them. When several are due, delays add up and the last of the
 * others counts.
 */
public sealed interface Delivery extends Quirk {

  /** The reply waits before its first byte. */
  record Delayed(Duration pause) implements Delivery {}

  /** The body comes in pieces of {@code bytes} with {@code pause} before each. */
  record Dripping(int bytes, Duration pause) implements Delivery {
    public Dripping {
      if (bytes < 1) {
        throw new IllegalArgumentException("bytes < 1: " + bytes);
      }
    }
  }

  /** Content-Length promises {@code missing} bytes more than come before the connection closes. */
  record ShortBody(int missing) implements Delivery {
    public ShortBody {
      if (missing < 1) {
        throw new IllegalArgumentException("missing < 1: " + missing);
      }
    }
  }

  /** A chunked body that closes after {@code sent} bytes without the last chunk. */
  record ChunkedCut(int sent) implements Delivery {
    public ChunkedCut {
      if (sent < 0) {
        throw new IllegalArgumentException("sent < 0: " + sent);
      }
    }
  }

  /** The connection closes in good order (FIN) without a byte of response. */
  record HungUp() implements Delivery {}

  /**
   * The connection is reset (RST), before the status line when {@code sent} is 0, else after {@code
   * sent} bytes of the body. Needs {@link ServerSettings#resettable()}; without it the connection
   * closes in good order at the same byte.
   */
  record Reset(int sent) implements Delivery {
    public Reset {
      if (sent < 0) {
        throw new IllegalArgumentException("sent < 0: " + sent);
      }
    }
  }
}
