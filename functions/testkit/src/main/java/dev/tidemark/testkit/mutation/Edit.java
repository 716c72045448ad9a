package dev.tidemark.testkit.mutation;

/**
 * A change of the product's source.
 *
 * @param where the name of the class whose source is changed; not of a nested one
 * @param text what is replaced; it stands exactly once in the source
 * @param replacement what stands there instead
 */
public record Edit(String where, String text, String replacement) {
  public Edit {
    if (text.isEmpty() || text.equals(replacement)) {
      throw new IllegalArgumentException("nothing is replaced in " + where);
    }
  }
}
