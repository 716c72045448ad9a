package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.testkit.contract.PublishedIndexesContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPublishedIndexesTest extends PublishedIndexesContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  @Override
  protected PublishedIndexes connect() {
    return new DynamoPublishedIndexes(TABLE.client(), LocalTable.NAME);
  }

  @Test
  void an_index_is_no_state_of_a_resource() {
    connect()
        .replace(
            ResourceKey.of("apart", "deals"),
            1,
            PublishedIndex.EMPTY,
            PublishedIndex.EMPTY.after("run-1", List.of()));
    assertThat(new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME).keys("apart"))
        .isEmpty();
  }
}
