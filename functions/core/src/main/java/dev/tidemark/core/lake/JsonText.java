package dev.tidemark.core.lake;

import java.util.Locale;

/** Writes a text as a JSON string, in ASCII. */
public final class JsonText {
  private JsonText() {}

  /** The text in quotes, everything but printable ASCII escaped. */
  public static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        json.append(c);
      } else {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return json.append('"').toString();
  }
}
