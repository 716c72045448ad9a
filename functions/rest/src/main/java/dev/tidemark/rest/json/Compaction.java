package dev.tidemark.rest.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Takes the white space between tokens out of JSON that a parser has already understood. */
final class Compaction {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWEST = 0x0101010101010101L;
  private static final long HIGHEST = 0x8080808080808080L;
  private static final long QUOTES = '"' * LOWEST;
  private static final long ESCAPES = '\\' * LOWEST;

  private Compaction() {}

  /**
   * Copies {@code source[from, to)} without white space between tokens.
   *
   * @return where the copy ends in {@code target}
   */
  static int compact(byte[] source, int from, int to, byte[] target, int at) {
    int begin = from;
    int end = at;
    int i = from;
    while (i < to) {
      byte b = source[i];
      if (b == '"') {
        i = afterString(source, i);
      } else if (isSpace(b)) {
        System.arraycopy(source, begin, target, end, i - begin);
        end += i - begin;
        begin = ++i;
      } else {
        i++;
      }
    }
    System.arraycopy(source, begin, target, end, to - begin);
    return end + to - begin;
  }

  /** Whether there is no white space between the tokens of {@code source[from, to)}. */
  static boolean isCompact(byte[] source, int from, int to) {
    int i = from;
    while (i < to) {
      byte b = source[i];
      if (b == '"') {
        i = afterString(source, i);
      } else if (isSpace(b)) {
        return false;
      } else {
        i++;
      }
    }
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Eight bytes at a time, since most of a record is text within strings. */
  private static int afterString(byte[] source, int quote) {
    int i = quote + 1;
    while (true) {
      while (i + Long.BYTES <= source.length) {
        long eight = (long) EIGHT.get(source, i);
        long special = zeros(eight ^ QUOTES) | zeros(eight ^ ESCAPES);
        if (special != 0) {
          i += Long.numberOfTrailingZeros(special) / Byte.SIZE;
          break;
        }
        i += Long.BYTES;
      }
      if (source[i] == '"') {
        return i + 1;
      }
      i += source[i] == '\\' ? 2 : 1;
    }
  }

  /**
   * The highest bit of the lowest byte that is zero, and perhaps of others above it; 0 for none.
   */
  private static long zeros(long eight) {
    return (eight - LOWEST) & ~eight & HIGHEST;
  }
}
