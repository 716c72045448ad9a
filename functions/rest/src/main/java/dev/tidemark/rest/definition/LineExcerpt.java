package dev.tidemark.rest.definition;

/**
 * The line of a file that a refusal is about.
 *
 * @param number counted from 1
 * @param column where in it the fault begins, in characters, counted from 0
 * @param length how many characters it has on that line, 1 or more
 */
public record LineExcerpt(int number, String line, int column, int length) {
  public LineExcerpt {
    if (column < 0 || length < 1 || number < 1) {
      throw new IllegalArgumentException("no place: " + number + " " + column + " " + length);
    }
  }
}
