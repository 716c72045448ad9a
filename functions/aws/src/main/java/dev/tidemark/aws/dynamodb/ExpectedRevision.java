package dev.tidemark.aws.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The condition that an item is written on top of the revision that was read, and of no other. */
final class ExpectedRevision {
  /** On the key, not on the revision: an item that lost its revision is damaged, not absent. */
  private static final String NOTHING_STORED = "attribute_not_exists(#resource)";

  private static final String EXPECTED_STORED = "revision = :expected";

  private ExpectedRevision() {}

  /**
   * Puts the condition on {@code put}.
   *
   * @param revision that was read; 0 where nothing was stored
   */
  static PutItemRequest.Builder of(long revision, PutItemRequest.Builder put) {
    return revision == 0
        ? put.conditionExpression(NOTHING_STORED)
            .expressionAttributeNames(Map.of("#resource", StateItem.RESOURCE))
        : put.conditionExpression(EXPECTED_STORED)
            .expressionAttributeValues(
                Map.of(":expected", AttributeValue.fromN(Long.toString(revision))));
  }
}
