package dev.tidemark.core.lake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes in pieces, so that a large batch needs no second copy in one piece. The pieces must not be
 * changed.
 */
public final class Bytes {
  private final List<byte[]> pieces;
  private final int lastLength;
  private final long size;

  /**
   * @param pieces all full but the last
   * @param lastLength how much of the last piece counts
   */
  Bytes(List<byte[]> pieces, int lastLength) {
    this.pieces = List.copyOf(pieces);
    this.lastLength = lastLength;
    long sum = 0;
    for (int i = 0; i < this.pieces.size(); i++) {
      sum += length(i);
    }
    this.size = sum;
  }

  /** The bytes of one array. */
  public static Bytes of(byte[] bytes) {
    return new Bytes(List.of(bytes), bytes.length);
  }

  /**
   * Those of pieces.
   *
   * @param pieces all full but the last
   * @param lastLength how much of the last piece counts
   */
  public static Bytes of(List<byte[]> pieces, int lastLength) {
    return new Bytes(pieces, lastLength);
  }

  /** How many there are. */
  public long size() {
    return size;
  }

  /** A stream over them; may be asked for again. */
  public InputStream stream() {
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      streams.add(new ByteArrayInputStream(pieces.get(i), 0, length(i)));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Hex SHA-256 of them. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < pieces.size(); i++) {
        digest.update(pieces.get(i), 0, length(i));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private int length(int piece) {
    return piece == pieces.size() - 1 ? lastLength : pieces.get(piece).length;
  }
}
