package dev.tidemark.aws.dynamodb;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Keeps the states in one DynamoDB table with the partition key {@code connection} and the sort key
 * {@code resource}, both texts.
 *
 * <p>Every write is one conditional put of the whole item. The SDK repeats a put whose answer was
 * lost, and the repetition is then refused by what the first one wrote: it comes back as {@link
 * Write.Refused} with exactly the state that was meant, and the caller recognises it. This class
 * does not, because only the caller knows what else it could mean.
 */
public final class DynamoResourceStateStore implements ResourceStateStore {
  private static final String OF_CONNECTION = "#connection = :connection";

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final StateItem items;

  public DynamoResourceStateStore(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.items = new StateItem(table);
  }

  @Override
  public ResourceState read(ResourceKey key) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(get -> get.tableName(table).key(StateItem.key(key)).consistentRead(true))
            .item();
    return item.isEmpty() ? ResourceState.NEVER_RUN : items.read(key, item);
  }

  @Override
  public Write write(ResourceKey key, ResourceState expected, ResourceState next) {
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(table)
            .item(items.write(key, next))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    try {
      dynamoDb.putItem(ExpectedRevision.of(expected.revision(), put).build());
      return new Write.Written();
    } catch (ConditionalCheckFailedException refused) {
      return new Write.Refused(
          refused.hasItem() && !refused.item().isEmpty()
              ? items.read(key, refused.item())
              : read(key));
    }
  }

  @Override
  public List<ResourceKey> keys(String connection) {
    return dynamoDb
        .queryPaginator(query ->
            query
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression(OF_CONNECTION)
                .projectionExpression("#resource")
                .expressionAttributeNames(
                    Map.of("#connection", StateItem.CONNECTION, "#resource", StateItem.RESOURCE))
                .expressionAttributeValues(Map.of(":connection", AttributeValue.fromS(connection))))
        .items()
        .stream()
        .map(item -> Objects.requireNonNull(item.get(StateItem.RESOURCE)).s())
        .filter(sortKey -> !sortKey.startsWith(DynamoPublishedIndexes.PREFIX))
        .map(sortKey -> key(connection, sortKey))
        .toList();
  }

  private ResourceKey key(String connection, String sortKey) {
    try {
      return ResourceKey.parse(connection, sortKey);
    } catch (IllegalArgumentException e) {
      throw items.damaged(connection, sortKey, String.valueOf(e.getMessage()), e);
    }
  }
}
