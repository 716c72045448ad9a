package dev.tidemark.lake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The form of a stored state, which every item of the table and every document of a home names, so
 * that a version of the program reads what earlier ones wrote and leaves alone what a later one
 * did.
 */
public final class ItemFormat {
  private static final String MEMBER = "format";

  private ItemFormat() {}

  /** Writes the form of now into {@code tree}. */
  public static void sign(ObjectNode tree) {
    tree.put(MEMBER, CoreForms.NOW);
  }

  /**
   * Takes the form out of {@code tree}, which is then of the form of now.
   *
   * @throws IllegalArgumentException if it is newer than this program
   */
  public static void check(ObjectNode tree) {
    JsonNode format = tree.remove(MEMBER);
    CoreForms.raise(tree, format == null ? 0 : format.asInt(Integer.MAX_VALUE));
  }
}
