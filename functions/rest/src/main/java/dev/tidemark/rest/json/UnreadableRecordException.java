package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of the page is written as JSON forbids, in a way that no broken connection brings about:
 * asking again gives the same. It is never repaired, since what was meant is not known.
 */
public final class UnreadableRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final Pattern NO_NUMBER = Pattern.compile("Non-standard token '([^']{1,20})'");

  /** Not that of code 0, with which broken transfers fill what they have lost. */
  private static final Pattern CONTROL =
      Pattern.compile("Illegal unquoted character \\(\\(CTRL-CHAR, code ([1-9]\\d*)\\)\\)");

  private UnreadableRecordException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong, without the switch of the parser's by which its caller could admit it. */
  static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().replaceFirst(": enable `[^`]*` to allow.*", "");
  }

  /**
   * What {@code e} is if it is such a value; null if it may be an accident.
   *
   * @param place where in the page it stands
   */
  static @Nullable UnreadableRecordException of(
      JsonProcessingException e, int record, String place) {
    String message = String.valueOf(e.getOriginalMessage());
    Matcher number = NO_NUMBER.matcher(message);
    Matcher control = CONTROL.matcher(message);
    String what =
        number.find()
            ? number.group(1)
            : control.find() ? "a raw control character (" + control.group(1) + ")" : null;
    return what == null
        ? null
        : new UnreadableRecordException(
            (record == 0 ? "the answer" : "record " + record + " of the page")
                + " holds "
                + what
                + ", which JSON forbids"
                + place
                + "; the API gives it again whenever it is asked, and it is not repaired: correct"
                + " the record at the source, or report it to the vendor",
            e);
  }
}
