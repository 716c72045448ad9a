package dev.tidemark.rest.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A definition's text.
 *
 * @param name what messages call the file
 */
record FileText(String name, String yaml) {
  /** What stands at {@code begin}; null where the mark is of another text. */
  @Nullable Excerpt excerpt(Optional<Mark> begin, Optional<Mark> end) {
    String[] lines = yaml.split("\r\n|\r|\n", -1);
    if (begin.isEmpty() || begin.get().getLine() >= lines.length) {
      return null;
    }
    String line = lines[begin.get().getLine()];
    int column = index(line, begin.get().getColumn());
    boolean sameLine = end.isPresent() && end.get().getLine() == begin.get().getLine();
    int until = sameLine ? index(line, end.get().getColumn()) : column;
    return new Excerpt(begin.get().getLine() + 1, line, column, Math.max(1, until - column));
  }

  /** Marks count code points. */
  private static int index(String line, int codePoints) {
    return line.offsetByCodePoints(0, Math.min(codePoints, line.codePointCount(0, line.length())));
  }
}
