package dev.tidemark.rest.paging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Cursors that an API gives in the form in which a URL carries them. */
final class EncodedCursor {
  private static final Pattern ENCODED =
      Pattern.compile("(?:[A-Za-z0-9._~!$'()*,;:@/?+=-]|%[0-9A-Fa-f]{2})*");
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private EncodedCursor() {}

  /** Whether {@code cursor} can be a part of a query as it is. */
  static boolean isEncoded(String cursor) {
    return ENCODED.matcher(cursor).matches();
  }

  /** Whether it looks as if it were encoded already: it is, and something in it needs to be. */
  static boolean looksEncoded(String cursor) {
    return isEncoded(cursor) && ESCAPE.matcher(cursor).find();
  }

  /** The cursor that is sent as {@code cursor} once a query encodes it; a plus stays a plus. */
  static String plain(String cursor) {
    return URLDecoder.decode(cursor.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
