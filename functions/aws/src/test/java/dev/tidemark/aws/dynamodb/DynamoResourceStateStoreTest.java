package dev.tidemark.aws.dynamodb;

import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.testkit.contract.ResourceStateStoreContract;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoResourceStateStoreTest extends ResourceStateStoreContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  @Override
  protected ResourceStateStore connect() {
    return new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME);
  }

  @Override
  protected void damage(ResourceKey key) {
    TABLE
        .client()
        .updateItem(update ->
            update
                .tableName(LocalTable.NAME)
                .key(StateItem.key(key))
                .updateExpression("SET claims = :text")
                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("1"))));
  }
}
