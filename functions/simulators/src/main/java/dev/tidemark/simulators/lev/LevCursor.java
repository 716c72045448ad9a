package dev.tidemark.simulators.lev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Base64 of {@code {"id": 78}} with Python's spacing, inferred from the samples (lev 1.4). */
final class LevCursor {
  private static final Pattern CONTENT = Pattern.compile("\\{\"id\": (-?[0-9]{1,18})}");

  private LevCursor() {}

  static String of(long lastId) {
    return Base64.getEncoder().encodeToString(("{\"id\": " + lastId + "}").getBytes(UTF_8));
  }

  /** The id in a cursor, or null when the text is none. */
  static @Nullable Long id(String cursor) {
    try {
      Matcher content = CONTENT.matcher(new String(Base64.getDecoder().decode(cursor), UTF_8));
      return content.matches() ? Long.valueOf(content.group(1)) : null;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
