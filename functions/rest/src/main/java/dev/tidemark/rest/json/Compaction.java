package dev.tidemark.rest.json;

/** Takes the white space between tokens out of JSON that a parser has already understood. */
final class Compaction {
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

  private static int afterString(byte[] source, int quote) {
    int i = quote + 1;
    while (source[i] != '"') {
      i += source[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
