package dev.tidemark.lake.landing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Any text as the ASCII that a header may carry, in percent-encoded UTF-8. */
final class PercentText {
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/=@,";

  private PercentText() {}

  /**
   * @param longest no more characters are given out; an escape is left out whole
   */
  static String encode(String text, int longest) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      String step = step(octet);
      if (encoded.length() + step.length() > longest) {
        break;
      }
      encoded.append(step);
    }
    return encoded.toString();
  }

  private static String step(byte octet) {
    char c = (char) (octet & 0xff);
    return PLAIN.indexOf(c) >= 0
        ? String.valueOf(c)
        : String.format(Locale.ROOT, "%%%02X", (int) c);
  }
}
