package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.lake.json.CoreJson;
import dev.tidemark.lake.json.ItemFormat;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Keeps the indexes in the table of the states, each an item of its own: the runs of a resource
 * beside each other share it, and none of them holds the others' lease.
 */
public final class DynamoPublishedIndexes implements PublishedIndexes {
  /** No resource's name begins so. */
  static final String PREFIX = "~index/";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoPublishedIndexes(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public PublishedIndex read(ResourceKey resource, int schema) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(get -> get.tableName(table).key(key(resource, schema)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      return PublishedIndex.EMPTY;
    }
    try {
      ObjectNode tree = AttributeTree.tree(item);
      tree.remove(StateItem.CONNECTION);
      tree.remove(StateItem.RESOURCE);
      ItemFormat.check(tree);
      return CoreJson.read(tree, PublishedIndex.class);
    } catch (JsonProcessingException e) {
      throw damaged(resource, schema, CoreJson.wrong(e), e);
    } catch (IllegalArgumentException e) {
      throw damaged(resource, schema, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean replace(
      ResourceKey resource, int schema, PublishedIndex expected, PublishedIndex next) {
    ObjectNode tree = CoreJson.tree(next);
    ItemFormat.sign(tree);
    Map<String, AttributeValue> item = AttributeTree.attributes(tree);
    item.putAll(key(resource, schema));
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item);
    try {
      dynamoDb.putItem(ExpectedRevision.of(expected.revision(), put).build());
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(ResourceKey resource, int schema) {
    return Map.of(
        StateItem.CONNECTION, AttributeValue.fromS(resource.connection()),
        StateItem.RESOURCE, AttributeValue.fromS(sortKey(resource, schema)));
  }

  private static String sortKey(ResourceKey resource, int schema) {
    return PREFIX + resource.resource() + "/" + schema;
  }

  private DamagedStateException damaged(
      ResourceKey resource, int schema, String wrong, Exception cause) {
    return new DamagedStateException(
        "the index of what is published in table "
            + table
            + ", connection "
            + resource.connection()
            + ", resource "
            + sortKey(resource, schema)
            + " cannot be read: "
            + wrong
            + "; restore the item from a point in time, or delete it while nothing runs: everything"
            + " is then published once more",
        cause);
  }
}
