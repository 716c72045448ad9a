package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.json.CoreForms;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of the table's items, which every item names, so that a version of the program reads
 * what earlier ones wrote and leaves alone what a later one did.
 */
final class ItemFormat {
  private static final String MEMBER = "format";

  private ItemFormat() {}

  /** Writes the form into {@code item}. */
  static void sign(Map<String, AttributeValue> item) {
    item.put(MEMBER, AttributeValue.fromN(Integer.toString(CoreForms.NOW)));
  }

  /**
   * Takes the form out of {@code tree}, which is then of the form of now.
   *
   * @throws IllegalArgumentException if it is newer than this program
   */
  static void check(ObjectNode tree) {
    JsonNode format = tree.remove(MEMBER);
    CoreForms.raise(tree, format == null ? 0 : format.asInt(Integer.MAX_VALUE));
  }
}
