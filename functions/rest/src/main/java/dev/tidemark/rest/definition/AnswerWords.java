package dev.tidemark.rest.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what the answers of an API mean beside what their status says. */
final class AnswerWords {
  private AnswerWords() {}

  /** A word and what it means, in order. */
  static Map<String, String> of(Errors errors) {
    Map<String, String> lines = new LinkedHashMap<>();
    if (!errors.throttled().isEmpty()) {
      lines.put(
          "throttled",
          errors.throttled().stream()
                  .map(one ->
                      one.status()
                          + (one.contains() == null ? "" : " with \"" + one.contains() + "\""))
                  .collect(Collectors.joining(" or "))
              + " waits, as do 420, 429, 509 and 529");
    }
    if (!errors.retryAfter().isEmpty()) {
      lines.put(
          "waits",
          "as long as Retry-After says, else "
              + errors.retryAfter().stream()
                  .map(MemberPath::toString)
                  .collect(Collectors.joining(" or "))
              + " in "
              + Names.kebab(errors.retryAfterUnit().name()));
    }
    if (!errors.nothingNew().isEmpty()) {
      lines.put(
          "nothing new",
          errors.nothingNew().stream()
              .map(one -> named(one.status(), one.contains()))
              .collect(Collectors.joining(" or ")));
    }
    lines.put(
        "dead cursor",
        errors.cursorRejected().stream().map(String::valueOf).collect(Collectors.joining(" or "))
            + " behind one begins anew from where time stood");
    return lines;
  }

  private static String named(int status, @Nullable String contains) {
    return status + (contains == null ? "" : " with \"" + contains + "\"");
  }
}
