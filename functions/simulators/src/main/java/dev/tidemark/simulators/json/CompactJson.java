package dev.tidemark.simulators.json;

import java.util.Arrays;

/** Drops the white space between tokens; inside strings every byte is kept. */
final class CompactJson {
  private CompactJson() {}

  static byte[] compact(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    int length = 0;
    boolean inString = false;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (!inString && isSpace(b)) {
        continue;
      }
      out[length++] = b;
      if (inString && b == '\\') {
        out[length++] = bytes[++i];
      } else if (b == '"') {
        inString = !inString;
      }
    }
    return Arrays.copyOf(out, length);
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
