package dev.tidemark.core.lake;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.Fingerprinter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where in a reader's buffer one JSON object lies, without white space between tokens. The bytes
 * belong to the reader and are valid only during the call that hands them over.
 *
 * @param skipped pairs of offsets in {@code bytes} that do not count when two records are compared;
 *     null for none
 * @param compared what is compared in place of them, where the order of members does not count;
 *     null where the bytes are
 */
// A view that lives for one call and is never compared: a copy into something with value equality
// would be the cost of the whole engine.
@SuppressWarnings("ArrayRecordComponent")
public record JsonSlice(
    byte[] bytes, int offset, int length, int @Nullable [] skipped, byte @Nullable [] compared) {
  /** One that is compared by its own bytes. */
  public JsonSlice(byte[] bytes, int offset, int length, int @Nullable [] skipped) {
    this(bytes, offset, length, skipped, null);
  }

  /** All of {@code bytes}. */
  public static JsonSlice of(byte[] bytes) {
    return new JsonSlice(bytes, 0, bytes.length, null);
  }

  /** What two records are compared by. */
  public JsonSlice asCompared() {
    return compared == null ? this : of(compared);
  }

  /** The fingerprint of the record whose bytes these are, as {@link Fingerprinter#of}. */
  public Fingerprint printed(Fingerprinter by, String identity, boolean deleted) {
    JsonSlice slice = asCompared();
    return by.of(identity, deleted, slice.bytes, slice.offset, slice.length, slice.skipped);
  }

  /** Where it ends in {@code bytes}. */
  public int end() {
    return offset + length;
  }

  /** The object as text. */
  public String text() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
