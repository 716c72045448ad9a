package dev.tidemark.simulators.askelephant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Base64 of {@code {"id":"cnt_…"}}, inferred from the sample (askelephant 2.3). */
final class AskCursor {
  private static final Pattern CONTENT = Pattern.compile("\\{\"id\":\"([A-Za-z0-9_]+)\"}");

  private AskCursor() {}

  static String of(String lastId) {
    return Base64.getEncoder().encodeToString(("{\"id\":\"" + lastId + "\"}").getBytes(UTF_8));
  }

  /** The id in a cursor, or null when the text is none. */
  static @Nullable String id(String cursor) {
    try {
      Matcher content = CONTENT.matcher(new String(Base64.getDecoder().decode(cursor), UTF_8));
      return content.matches() ? content.group(1) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
