package dev.tidemark.cli.landed;

import java.util.Locale;

/**
 * JSON for a terminal, which must not obey what a record holds: in strings, characters that control
 * it or turn the direction of text are escaped, which leaves the same JSON. Numbers, the order of
 * members and doubled ones stay as they are.
 */
public final class ShownJson {
  private static final String INDENT = "  ";

  private final String json;
  private final StringBuilder shown = new StringBuilder();
  private int at;
  private int depth;

  private ShownJson(String json) {
    this.json = json;
  }

  /** On one line. */
  public static String line(String json) {
    StringBuilder line = new StringBuilder(json.length());
    json.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  /** A member or an element on each line. */
  public static String pretty(String json) {
    return new ShownJson(json).indented();
  }

  private String indented() {
    while (at < json.length()) {
      char c = json.charAt(at);
      switch (c) {
        case '{', '[' -> open(c);
        case '}', ']' -> {
          depth--;
          breakLine();
          shown.append(c);
        }
        case ',' -> {
          shown.append(c);
          breakLine();
        }
        case ':' -> shown.append(": ");
        case '"' -> string();
        case ' ', '\t', '\r', '\n' -> {
          // White space between tokens says nothing.
        }
        default -> append(shown, c);
      }
      at++;
    }
    return shown.toString();
  }

  private void open(char c) {
    shown.append(c);
    int next = at + 1;
    while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    if (next < json.length() && (json.charAt(next) == '}' || json.charAt(next) == ']')) {
      shown.append(json.charAt(next));
      at = next;
      return;
    }
    depth++;
    breakLine();
  }

  private void string() {
    int end = at + 1;
    while (end < json.length() && json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    int after = Math.min(end + 1, json.length());
    shown.append(line(json.substring(at, after)));
    at = after - 1;
  }

  private void breakLine() {
    shown.append('\n').append(INDENT.repeat(Math.max(depth, 0)));
  }

  private static void append(StringBuilder to, int c) {
    boolean obeyed =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              true;
          default -> false;
        };
    if (!obeyed) {
      to.appendCodePoint(c);
      return;
    }
    for (char unit : Character.toChars(c)) {
      to.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
  }
}
