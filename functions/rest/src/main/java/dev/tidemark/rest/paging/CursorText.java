package dev.tidemark.rest.paging;

import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.rest.json.Scalar;
import org.jspecify.annotations.Nullable;

/** Whether a value can be a cursor. */
final class CursorText {
  private CursorText() {}

  /** Whether nothing stands there: null, an empty text, or no member at all. */
  static boolean isEmpty(@Nullable Scalar value) {
    return value == null
        || value.kind() == Scalar.Kind.NULL
        || (value.kind() == Scalar.Kind.TEXT && value.text().isEmpty());
  }

  /**
   * The step to the page at {@code value}.
   *
   * @param name what messages call it
   */
  static Step step(String name, Scalar value) {
    return fits(value)
        ? new Step.More(value.text())
        : new Step.Broken(
            name
                + " is no text and no number of at most "
                + Cursor.MAX_BYTES
                + " bytes, by which the next page could be asked for; a longer one would not"
                + " fit the stored state");
  }

  /**
   * The step to the page behind {@code value}, which is an array if {@code array}.
   *
   * @param name what messages call it
   */
  static Step step(String name, Scalar value, boolean array) {
    if (value.isArray() == array) {
      return !array || (value.text().length() > 2 && Cursor.fits(value.text()))
          ? step(name, value, value.text())
          : new Step.Broken(
              name
                  + " is an array of no single values, or of more than "
                  + Cursor.MAX_BYTES
                  + " bytes, by which the next page could be asked for");
    }
    return new Step.Broken(
        array
            ? name + " is no array, although pagination.array says so; leave that out"
            : name
                + " is an array; where the API wants it back as it is in a JSON body, declare"
                + " pagination.array: true");
  }

  private static Step step(String name, Scalar value, String text) {
    return value.isArray() ? new Step.More(text) : step(name, value);
  }

  /**
   * What a page says that looks like an end and is not declared to be one.
   *
   * @param seen what it says
   * @param word what would declare it, below {@code pagination}
   */
  static Step.Broken doubted(String seen, String word) {
    return new Step.Broken(
        seen
            + ", which leads nowhere; if that is how this API ends a list, declare pagination."
            + word);
  }

  /** The word that declares {@code value} to be an end. */
  static String endValue(Scalar value) {
    return "endValues: [\"" + value.text() + "\"]";
  }

  /** The same step, unless its cursor would say something else in the text that carries it. */
  static Step inText(Parameter parameter, Step step) {
    return step instanceof Step.More(String next) && !parameter.holds(next)
        ? new Step.Broken(
            "the cursor holds a quote, a backslash or a control character, which would change the"
                + " text around it, "
                + parameter)
        : step;
  }

  static boolean fits(Scalar value) {
    return value.isValue() && Cursor.fits(value.text());
  }
}
