package dev.tidemark.core.lake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where in a reader's buffer one JSON object lies, without white space between tokens. The bytes
 * belong to the reader and are valid only during the call that hands them over.
 *
 * @param skipped pairs of offsets in {@code bytes} that do not count when two records are compared;
 *     null for none
 */
// A view that lives for one call and is never compared: a copy into something with value equality
// would be the cost of the whole engine.
@SuppressWarnings("ArrayRecordComponent")
public record JsonSlice(byte[] bytes, int offset, int length, int @Nullable [] skipped) {
  /** All of {@code bytes}. */
  public static JsonSlice of(byte[] bytes) {
    return new JsonSlice(bytes, 0, bytes.length, null);
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
