package dev.tidemark.rest.standin;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** A stream that gives its bytes out in pieces of random size, as a network does. */
public final class Pieces extends InputStream {
  private final byte[] bytes;
  private final RandomGenerator random;
  private final int largest;
  private int at;

  /**
   * @param largest the largest piece
   */
  public Pieces(byte[] bytes, RandomGenerator random, int largest) {
    this.bytes = bytes;
    this.random = random;
    this.largest = largest;
  }

  /** A stream of {@code text} in one piece. */
  public static InputStream whole(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int read() {
    return at == bytes.length ? -1 : bytes[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int piece = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(largest));
    System.arraycopy(bytes, at, target, offset, piece);
    at += piece;
    return piece;
  }
}
