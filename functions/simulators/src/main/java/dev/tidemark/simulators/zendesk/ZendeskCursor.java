package dev.tidemark.simulators.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.page.CursorForm;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in a cursor export, written as base64 of {@code <epoch seconds>.0||<id>|}, which is
 * what the documented samples decode to (zendesk 3.4, case 4).
 *
 * @param id the record behind which to continue; it need not exist
 */
record ZendeskCursor(long second, String id) {
  private static final Pattern CONTENT =
      Pattern.compile("([0-9]{1,12})\\.0\\|\\|([0-9A-Za-z]{1,60})\\|(?:~~~)?");

  /** In base64 three tildes contain a plus, wherever they begin. */
  private static final String WITH_PLUS = "~~~";

  static ZendeskCursor at(Row row) {
    return new ZendeskCursor(ZendeskWorld.second(row), row.id());
  }

  /** The position in a cursor, or null when the text is none. */
  static @Nullable ZendeskCursor parse(String text) {
    Matcher content = CONTENT.matcher(CursorForm.decoded(text));
    return content.matches()
        ? new ZendeskCursor(Long.parseLong(content.group(1)), content.group(2))
        : null;
  }

  /**
   * A position behind {@code from} and before {@code next} at which no record stands; asked for
   * again and again it advances each time.
   */
  static ZendeskCursor between(@Nullable ZendeskCursor from, Row next) {
    long second = ZendeskWorld.second(next);
    if (from == null || from.second() < second) {
      return new ZendeskCursor(second, "0");
    }
    boolean numeric = next.rank() != 0;
    return new ZendeskCursor(
        second, numeric ? Long.toString(Long.parseLong(from.id()) + 1) : from.id() + "0");
  }

  String text(boolean withPlus) {
    String content = second + ".0||" + id + "|" + (withPlus ? WITH_PLUS : "");
    return Base64.getEncoder().encodeToString(content.getBytes(UTF_8));
  }
}
