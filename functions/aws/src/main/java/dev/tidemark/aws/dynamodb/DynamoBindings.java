package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.lake.json.CoreJson;
import dev.tidemark.lake.json.ItemFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Keeps the bindings in the table of the states, all under one partition key that no connection's
 * name can be: a query for the resources of a connection never returns them, not even an older
 * version's.
 */
public final class DynamoBindings implements Bindings {
  /** No connection's name begins so. */
  static final String PARTITION = "~connections";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public DynamoBindings(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  @Override
  public @Nullable Binding read(String connection) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(get -> get.tableName(table).key(key(connection)).consistentRead(true))
            .item();
    if (item.isEmpty()) {
      return null;
    }
    try {
      ObjectNode tree = AttributeTree.tree(item);
      tree.remove(StateItem.CONNECTION);
      tree.remove(StateItem.RESOURCE);
      ItemFormat.check(tree);
      return CoreJson.read(tree, Binding.class);
    } catch (JsonProcessingException e) {
      throw damaged(connection, CoreJson.wrong(e), e);
    } catch (IllegalArgumentException e) {
      throw damaged(connection, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean replace(String connection, @Nullable Binding expected, Binding next) {
    ObjectNode tree = CoreJson.tree(next);
    ItemFormat.sign(tree);
    Map<String, AttributeValue> item = AttributeTree.attributes(tree);
    item.putAll(key(connection));
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item);
    try {
      long revision = expected == null ? 0 : expected.revision();
      dynamoDb.putItem(ExpectedRevision.of(revision, put).build());
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(String connection) {
    return Map.of(
        StateItem.CONNECTION, AttributeValue.fromS(PARTITION),
        StateItem.RESOURCE, AttributeValue.fromS(connection));
  }

  private DamagedStateException damaged(String connection, String wrong, Exception cause) {
    return new DamagedStateException(
        "the account of connection "
            + connection
            + " in table "
            + table
            + " ("
            + PARTITION
            + ", "
            + connection
            + ") cannot be read: "
            + wrong
            + "; restore the item from a point in time, or delete it while nothing runs: the"
            + " connection then belongs to the account that answers next",
        cause);
  }
}
