package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.RateUsage;
import dev.tidemark.core.source.RateWish;
import dev.tidemark.testkit.contract.RateBudgetContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoRateBudgetTest extends RateBudgetContract {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private final List<String> notices = new ArrayList<>();

  @Override
  protected RateBudget connect() {
    return new DynamoRateBudget(TABLE.client(), LocalTable.NAME, notices::add);
  }

  private static RateBucket bucket(String connection) {
    return new RateBucket(connection, "all", 60, Duration.ofMinutes(1));
  }

  private static RateWish wish(String holder) {
    return new RateWish(holder, RateRank.FRESH, 60, RateUsage.NONE, NOW);
  }

  @Test
  void a_budget_is_no_state_of_a_resource_and_expires() {
    connect().take(bucket("apart"), wish("a"));
    DynamoResourceStateStore states = new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME);
    assertThat(states.keys("apart")).isEmpty();
    assertThat(item("apart/all").get("expires"))
        .isEqualTo(AttributeValue.fromN(Long.toString(NOW.getEpochSecond() + 86_460)));
  }

  private static Map<String, AttributeValue> item(String sortKey) {
    return TABLE.client().getItem(get -> get.tableName(LocalTable.NAME).key(key(sortKey))).item();
  }

  private static Map<String, AttributeValue> key(String sortKey) {
    return Map.of(
        "connection", AttributeValue.fromS("~rates"), "resource", AttributeValue.fromS(sortKey));
  }

  @Test
  void of_many_that_ask_at_once_none_is_given_what_another_has() throws InterruptedException {
    List<Integer> given = new ArrayList<>();
    List<Thread> holders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      RateBudget own = connect();
      RateWish wish = new RateWish("h" + i, RateRank.FRESH, 10, RateUsage.NONE, NOW);
      holders.add(
          Thread.ofVirtual()
              .start(() -> {
                int calls = own.take(bucket("crowded"), wish).calls();
                synchronized (given) {
                  given.add(calls);
                }
              }));
    }
    for (Thread holder : holders) {
      holder.join();
    }
    assertThat(notices).isEmpty();
    assertThat(given).hasSize(8);
    assertThat(given.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(60);
  }

  @Test
  void a_table_that_cannot_be_used_lets_the_holder_call_alone_and_tells_it_once() {
    DynamoRateBudget none = new DynamoRateBudget(TABLE.client(), "nowhere", notices::add);
    assertThat(none.take(bucket("lost"), wish("a")).calls()).isEqualTo(60);
    none.hold(bucket("lost"), NOW.plusSeconds(9), NOW);
    assertThat(none.giveBack(bucket("lost"), wish("a"))).isFalse();
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith(
            "the shared rate budget of lost/all in table nowhere (~rates) cannot be used, so that"
                + " this function keeps to the limit alone: ");
  }

  @Test
  void an_item_that_cannot_be_read_is_named_with_the_remedy_and_fails_nothing() {
    TABLE.client().putItem(put -> put.tableName(LocalTable.NAME).item(key("damaged/all")));
    assertThat(connect().take(bucket("damaged"), wish("a")).calls()).isEqualTo(60);
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("(~rates)", "its item cannot be read", "delete it");
  }
}
