package dev.tidemark.simulators.json;

/** Writes string literals: only what JSON forbids raw is escaped, so emoji stay as they are. */
final class Quoting {
  private static final int FIRST_PRINTABLE = 0x20;

  private Quoting() {}

  static String quote(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
