package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A definition's text.
 *
 * @param name what messages call the file
 */
record FileText(String name, String yaml) {
  /** What stands at {@code begin}; null where the mark is of another text. */
  @Nullable LineExcerpt excerpt(@Nullable Mark begin, @Nullable Mark end) {
    String[] lines = yaml.split("\r\n|\r|\n", -1);
    if (begin == null || begin.getLine() >= lines.length) {
      return null;
    }
    String line = lines[begin.getLine()];
    int column = index(line, begin.getColumn());
    int until =
        end != null && end.getLine() == begin.getLine() ? index(line, end.getColumn()) : column;
    return new LineExcerpt(begin.getLine() + 1, line, column, Math.max(1, until - column));
  }

  /** Marks count code points. */
  private static int index(String line, int codePoints) {
    return line.offsetByCodePoints(0, Math.min(codePoints, line.codePointCount(0, line.length())));
  }
}
