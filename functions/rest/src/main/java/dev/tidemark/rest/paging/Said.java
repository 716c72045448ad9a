package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page's flag says. */
enum Said {
  /** There is more. */
  MORE,
  /** There is no more. */
  END,
  /** It is not there, or null. */
  NOTHING,
  /** It is there and cannot be understood. */
  NONSENSE;

  static Said by(Flag flag, Envelope envelope) {
    Scalar value = envelope.at(flag.body());
    if (value == null || value.kind() == Scalar.Kind.NULL) {
      return NOTHING;
    }
    Boolean set = spelled(flag.spelling(), value);
    if (set == null) {
      return NONSENSE;
    }
    return set == (flag.means() == Flag.Meaning.MORE) ? MORE : END;
  }

  private static @Nullable Boolean spelled(Flag.Spelling spelling, Scalar value) {
    Map<String, Boolean> words =
        spelling == Flag.Spelling.DIGIT
            ? Map.of("1", true, "0", false)
            : Map.of("true", true, "false", false);
    boolean right =
        switch (spelling) {
          case BOOLEAN -> value.kind() == Scalar.Kind.FLAG;
          case TEXT -> value.kind() == Scalar.Kind.TEXT;
          case DIGIT -> value.isValue();
        };
    return right ? words.get(value.text()) : null;
  }

  /** What a page lacks whose flag says nothing that can be understood. */
  static Step.Broken missing(Flag flag) {
    String words =
        switch (flag.spelling()) {
          case BOOLEAN -> "true or false";
          case TEXT -> "\"true\" or \"false\"";
          case DIGIT -> "1 or 0";
        };
    return new Step.Broken(
        "the page has no " + flag.body() + " of " + words + ": whether there is more is unknown");
  }
}
