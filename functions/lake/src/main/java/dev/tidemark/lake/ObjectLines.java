package dev.tidemark.lake;

import dev.tidemark.core.lake.Manifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one object, byte for byte and one after the other. The stored object is in memory,
 * which is about what a batch was closed at; its lines are unpacked as they are asked for.
 */
final class ObjectLines implements AutoCloseable {
  private static final int UNPACKED = 64 * 1024;
  private static final int LONGEST_SAID = 200;

  private final ObjectStore objects;
  private final Manifest.Entry object;
  private final InputStream unpacked;
  private final byte[] buffer = new byte[UNPACKED];
  private int at;
  private int end;
  private int lines;

  /**
   * @throws UnreadableLakeException if the object is missing, or is no gzip; the message names it
   */
  ObjectLines(ObjectStore objects, Manifest.Entry object) {
    this.objects = objects;
    this.object = object;
    byte[] stored = objects.get(object.key());
    if (stored == null) {
      throw unreadable("a manifest lists it and it is missing", null);
    }
    try {
      unpacked = new GZIPInputStream(new ByteArrayInputStream(stored), UNPACKED);
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The next line without its end; null behind the last one.
   *
   * @throws UnreadableLakeException if it cannot be unpacked, or the object has other lines than
   *     its manifest says; the message names the object
   */
  byte @Nullable [] next() {
    ByteArrayOutputStream begun = null;
    while (at < end || fill()) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      boolean ended = at < end;
      if (ended && begun == null) {
        return line(Arrays.copyOfRange(buffer, from, at++));
      }
      begun = begun == null ? new ByteArrayOutputStream() : begun;
      begun.write(buffer, from, at - from);
      if (ended) {
        at++;
        return line(begun.toByteArray());
      }
    }
    if (begun != null) {
      return line(begun.toByteArray());
    }
    if (lines != object.records()) {
      throw unreadable(
          "it has " + lines + " lines and its manifest says " + object.records(), null);
    }
    return null;
  }

  private byte[] line(byte[] line) {
    if (++lines > object.records()) {
      throw unreadable("it has more lines than the " + object.records() + " of its manifest", null);
    }
    return line;
  }

  private boolean fill() {
    try {
      at = 0;
      end = Math.max(unpacked.read(buffer), 0);
      return end > 0;
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  /** What to throw where something is wrong with the object, or with a line of it. */
  UnreadableLakeException unreadable(String wrong, @Nullable Exception cause) {
    return unreadable(objects, object.key(), wrong, cause);
  }

  /** The same for the object at {@code key}; of a line that is quoted only its begin is. */
  static UnreadableLakeException unreadable(
      ObjectStore objects, String key, String wrong, @Nullable Exception cause) {
    String said = wrong.replaceAll("\\p{Cntrl}", " ");
    if (said.length() > LONGEST_SAID) {
      said = said.substring(0, LONGEST_SAID) + "…";
    }
    return new UnreadableLakeException(
        objects.place(key) + " cannot be read back: " + said + "; restore the object", cause);
  }

  @Override
  public void close() {
    try {
      unpacked.close();
    } catch (IOException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }
}
