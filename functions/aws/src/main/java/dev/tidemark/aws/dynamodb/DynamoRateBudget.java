package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.source.RateBlock;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.source.RateLedger;
import dev.tidemark.core.source.RateWish;
import dev.tidemark.lake.json.CoreJson;
import dev.tidemark.lake.json.ItemFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Keeps the budgets of a stack in the table of the states, one item for each bucket, all under one
 * partition key that no connection's name can be. An item that nothing has asked for in a day
 * expires.
 *
 * <p>A table that does not answer, and an item that cannot be read, let the holder call by the
 * whole limit of the bucket until it asks again, and are told once until the table answers again:
 * the server's own word then is what is left. A put whose answer was lost is repeated by the SDK
 * and refused by itself; the ledger is then decided on once more, which changes nothing, since a
 * holder's block takes the place of the one that it had.
 */
public final class DynamoRateBudget implements RateBudget {
  /** No connection's name begins so. */
  static final String PARTITION = "~rates";

  private static final String EXPIRES = "expires";
  private static final Duration KEPT = Duration.ofDays(1);

  /** As many as all holders of a busy stack may need that ask at once. */
  private static final int ATTEMPTS = 12;

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Consumer<String> notices;
  private boolean told;

  /**
   * Budgets in {@code table}.
   *
   * @param notices is told in one sentence where calls are not kept within the shared budget
   */
  public DynamoRateBudget(DynamoDbClient dynamoDb, String table, Consumer<String> notices) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.notices = notices;
  }

  @Override
  public RateBlock take(RateBucket bucket, RateWish wish) {
    RateLedger ledger = replaced(bucket, wish.now(), one -> one.taken(bucket, wish));
    return ledger == null
        ? new RateBlock(bucket.calls(), wish.now().plus(RateLedger.lease(bucket)), Instant.MIN)
        : ledger.block(bucket, wish.holder(), wish.now());
  }

  @Override
  public void hold(RateBucket bucket, Instant until, Instant now) {
    replaced(bucket, now, one -> one.heldUntil(until));
  }

  @Override
  public boolean giveBack(RateBucket bucket, RateWish last) {
    return replaced(bucket, last.now(), one -> one.givenBack(bucket, last)) != null;
  }

  /** The ledger as it was replaced; null where it could not be. */
  private @Nullable RateLedger replaced(
      RateBucket bucket, Instant now, UnaryOperator<RateLedger> change) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        RateLedger next = change.apply(read(bucket));
        if (write(bucket, next, now)) {
          told = false;
          return next;
        }
      }
      return alone(bucket, "it is written too often");
    } catch (SdkException e) {
      return alone(bucket, String.valueOf(e.getMessage()));
    } catch (JsonProcessingException e) {
      return alone(bucket, "its item cannot be read: " + CoreJson.wrong(e) + "; delete it");
    } catch (IllegalArgumentException e) {
      return alone(bucket, "its item cannot be read: " + e.getMessage() + "; delete it");
    }
  }

  private @Nullable RateLedger alone(RateBucket bucket, String why) {
    if (!told) {
      told = true;
      notices.accept(
          "the shared rate budget of "
              + sortKey(bucket)
              + " in table "
              + table
              + " ("
              + PARTITION
              + ") cannot be used, so that this function keeps to the limit alone: "
              + why);
    }
    return null;
  }

  private RateLedger read(RateBucket bucket) throws JsonProcessingException {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(bucket)).consistentRead(true)).item();
    if (item.isEmpty()) {
      return RateLedger.EMPTY;
    }
    ObjectNode tree = AttributeTree.tree(item);
    tree.remove(StateItem.CONNECTION);
    tree.remove(StateItem.RESOURCE);
    tree.remove(EXPIRES);
    ItemFormat.check(tree);
    return CoreJson.read(tree, RateLedger.class);
  }

  private boolean write(RateBucket bucket, RateLedger next, Instant now) {
    ObjectNode tree = CoreJson.tree(next);
    ItemFormat.sign(tree);
    Map<String, AttributeValue> item = AttributeTree.attributes(tree);
    item.putAll(key(bucket));
    long expires = now.plus(bucket.per()).plus(KEPT).getEpochSecond();
    item.put(EXPIRES, AttributeValue.fromN(Long.toString(expires)));
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item);
    try {
      dynamoDb.putItem(ExpectedRevision.of(next.revision() - 1, put).build());
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(RateBucket bucket) {
    return Map.of(
        StateItem.CONNECTION, AttributeValue.fromS(PARTITION),
        StateItem.RESOURCE, AttributeValue.fromS(sortKey(bucket)));
  }

  /** Not by its limit: a run that is asked for with another rate draws on the same account. */
  private static String sortKey(RateBucket bucket) {
    return bucket.connection() + "/" + bucket.name() + (bucket.unlimited() ? "/-" : "");
  }
}
