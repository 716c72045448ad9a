package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.json.EarlierForms;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of the table's items, which every item names, so that a version of the program reads
 * what earlier ones wrote and leaves alone what a later one did.
 *
 * <p>Whoever changes a member of a state raises {@link #NOW}, brings older items up to it in {@link
 * #check}, and adds an item of the form that was to the fixtures of the test.
 */
final class ItemFormat {
  /** What is written. Items from before forms were counted name none and count as 0. */
  static final int NOW = 2;

  private static final String MEMBER = "format";

  private ItemFormat() {}

  /** Writes the form into {@code item}. */
  static void sign(Map<String, AttributeValue> item) {
    item.put(MEMBER, AttributeValue.fromN(Integer.toString(NOW)));
  }

  /**
   * Takes the form out of {@code tree}, which is then of the form of now. From 0 to 1 nothing
   * changed but that items name their form; since 2 a run has settings of its own.
   *
   * @throws IllegalArgumentException if it is newer than this program
   */
  static void check(ObjectNode tree) {
    JsonNode format = tree.remove(MEMBER);
    int number = format == null ? 0 : format.asInt(Integer.MAX_VALUE);
    if (number > NOW) {
      throw new IllegalArgumentException(
          MEMBER
              + ": "
              + format
              + " is newer than this version of Tidemark, which knows "
              + NOW
              + "; deploy the newer version again");
    }
    if (number < NOW) {
      EarlierForms.raise(tree);
    }
  }
}
