package dev.tidemark.simulators.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor writes a place: base64 of the id of a page's last row between two texts, inferred
 * from the samples (lev 1.4, askelephant 2.3).
 *
 * @param ids what an id matches
 */
public record CursorForm(String head, String tail, String ids) {
  /** The cursor behind the row with this id. */
  public String behind(String id) {
    return Base64.getEncoder().encodeToString((head + id + tail).getBytes(UTF_8));
  }

  /** The id in a cursor, or null when the text is none. */
  public @Nullable String id(String cursor) {
    String text = decoded(cursor);
    if (text.length() < head.length() + tail.length()
        || !text.startsWith(head)
        || !text.endsWith(tail)) {
      return null;
    }
    String id = text.substring(head.length(), text.length() - tail.length());
    return id.matches(ids) ? id : null;
  }

  /** The text in base64; empty when it is none. */
  public static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
