package dev.tidemark.rest.definition;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The values by which APIs say in a cursor's place that there is no more. */
public final class EndValues {
  /**
   * What a cursor never is, so that it cannot be taken for an end while there is more: a number
   * that is not above 0, and words for nothing.
   */
  private static final Pattern NO_CURSOR =
      Pattern.compile("-?0+|-\\d+|false|null|nil|none|undefined|end|eof", Pattern.CASE_INSENSITIVE);

  /** What is asked about rather than sent where the definition says nothing of it. */
  private static final Set<String> DOUBTFUL = Set.of("0", "-1", "false");

  private EndValues() {}

  static void check(List<String> values) {
    for (String value : values) {
      if (!NO_CURSOR.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "endValues: \""
                + value
                + "\" may be a cursor, and a walk that takes one for its end loses what follows;"
                + " name values such as 0, -1, false or END, or a flag under ends");
      }
    }
  }

  /** Whether {@code value} looks like an end and not like a cursor. */
  public static boolean doubtful(String value) {
    return DOUBTFUL.contains(value);
  }
}
