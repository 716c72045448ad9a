package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.testkit.contract.PublishedIndexesContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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

  @Test
  void an_index_of_an_earlier_form_is_one_in_which_nothing_is_raised() {
    AttributeValue segment =
        AttributeValue.fromM(
            Map.of("key", AttributeValue.fromS("index/a.fp"), "count", AttributeValue.fromN("3")));
    AttributeValue entry =
        AttributeValue.fromM(Map.of("segment", segment, "revision", AttributeValue.fromN("1")));
    Map<String, AttributeValue> item =
        Map.of(
            "connection", AttributeValue.fromS("earlier"),
            "resource", AttributeValue.fromS("~index/deals/1"),
            "format", AttributeValue.fromN("1"),
            "revision", AttributeValue.fromN("1"),
            "entries", AttributeValue.fromL(List.of(entry)),
            "runs", AttributeValue.fromL(List.of(AttributeValue.fromS("run-1"))));
    TABLE.client().putItem(put -> put.tableName(LocalTable.NAME).item(item));
    assertThat(connect().read(ResourceKey.of("earlier", "deals"), 1))
        .isEqualTo(
            PublishedIndex.EMPTY.after(
                "run-1",
                List.of(new PublishedIndex.Entry(new IndexSegment("index/a.fp", 3), 1, 0))));
  }
}
