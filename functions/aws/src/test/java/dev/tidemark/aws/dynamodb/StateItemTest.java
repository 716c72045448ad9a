package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.aws.standin.Specimens;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.core.state.Transitions;
import dev.tidemark.testkit.wire.FaultyWire;
import dev.tidemark.testkit.wire.OneFault;
import dev.tidemark.testkit.wire.WireFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StateItemTest {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  private final DynamoResourceStateStore store =
      new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME);

  static Stream<Class<?>> phases() {
    return Stream.of(Phase.class.getPermittedSubclasses());
  }

  private static ResourceState state(boolean full, Class<? extends Phase> phase) {
    return new Specimens(full, phase).of(ResourceState.class);
  }

  @ParameterizedTest
  @MethodSource("phases")
  void every_field_of_every_phase_survives_the_table(Class<? extends Phase> phase) {
    for (boolean full : List.of(true, false)) {
      ResourceKey key =
          ResourceKey.of("round-trip", "full-" + full).beside("p-" + phase.hashCode());
      ResourceState state = state(full, phase);
      assertThat(store.write(key, ResourceState.NEVER_RUN, state)).isEqualTo(new Write.Written());
      assertThat(store.read(key)).isEqualTo(state);
    }
  }

  @Test
  void an_item_is_maps_all_the_way_down_and_never_expires() {
    ResourceKey key = ResourceKey.of("console", "deals");
    store.write(key, ResourceState.NEVER_RUN, state(true, Phase.Waiting.class));
    Map<String, AttributeValue> item = item(key);
    assertThat(item)
        .containsOnlyKeys(
            "connection",
            "resource",
            "fence",
            "revision",
            "writer",
            "lease",
            "claims",
            "phase",
            "checkpoint",
            "format");
    Map<String, AttributeValue> phase = map(item, "phase");
    assertThat(phase).containsEntry("phase", AttributeValue.fromS("waiting"));
    assertThat(map(map(map(phase, "progress"), "walk"), "highWater")).containsKeys("at", "raw");
  }

  @Test
  void a_write_whose_answer_was_lost_is_recognised_by_the_ledger() {
    ResourceKey key = ResourceKey.of("lost", "deals");
    ResourceState first = state(true, Phase.InFlight.class);
    ResourceState next = Transitions.handOverUnread(first);
    store.write(key, ResourceState.NEVER_RUN, first);
    OneFault lost =
        new OneFault(
            request -> request.operation().endsWith("PutItem"), new WireFault.AnswerLost(true));
    try (FaultyWire wire = new FaultyWire(TABLE.uri(), lost);
        DynamoDbClient client = AwsClients.dynamoDb(Endpoint.local(wire.uri()))) {
      var lossy = new DynamoResourceStateStore(client, LocalTable.NAME);
      assertThat(new Ledger(lossy, key, first).handOverUnread()).isTrue();
      assertThat(lost.met()).isEqualTo(2);
    }
    assertThat(store.read(key)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fence", "revision", "writer", "lease", "claims", "phase", "checkpoint"})
  void an_item_without_a_member_is_damaged_and_never_absent(String member) {
    ResourceKey key = damaged("without-" + member, item -> item.remove(member));
    assertDamaged(key, member);
  }

  @Test
  void an_item_with_a_member_that_nobody_knows_is_damaged() {
    ResourceKey key = damaged("unknown", item -> item.put("expires", AttributeValue.fromN("1")));
    assertDamaged(key, "expires");
  }

  @Test
  void an_item_with_a_type_that_no_state_has_is_damaged() {
    ResourceKey key =
        damaged("type", item -> item.put("writer", AttributeValue.fromSs(List.of("a"))));
    assertDamaged(key, "writer");
  }

  @Test
  void an_item_in_a_phase_that_does_not_exist_is_damaged() {
    ResourceKey key =
        damaged(
            "phase",
            item ->
                item.put(
                    "phase",
                    AttributeValue.fromM(Map.of("phase", AttributeValue.fromS("asleep")))));
    assertDamaged(key, "asleep");
  }

  @Test
  void keys_are_listed_over_many_pages() {
    ResourceState large =
        new ResourceState(1, 1, "x".repeat(100_000), null, 0, new Phase.Idle(), null);
    List<ResourceKey> keys =
        IntStream.range(0, 25).mapToObj(n -> ResourceKey.of("many", "r" + n)).toList();
    keys.forEach(key -> store.write(key, ResourceState.NEVER_RUN, large));
    assertThat(store.keys("many")).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void a_key_that_is_none_is_damaged() {
    Map<String, AttributeValue> key =
        Map.of(
            "connection", AttributeValue.fromS("odd"), "resource", AttributeValue.fromS("Not/One"));
    TABLE.client().putItem(put -> put.tableName(LocalTable.NAME).item(key));
    assertThatThrownBy(() -> store.keys("odd"))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining("Not/One");
  }

  private ResourceKey damaged(String resource, Consumer<Map<String, AttributeValue>> damage) {
    ResourceKey key = ResourceKey.of("damaged", resource);
    store.write(key, ResourceState.NEVER_RUN, state(true, Phase.InFlight.class));
    Map<String, AttributeValue> item = item(key);
    damage.accept(item);
    TABLE.client().putItem(put -> put.tableName(LocalTable.NAME).item(item));
    return key;
  }

  private void assertDamaged(ResourceKey key, String wrong) {
    ResourceState older = new ResourceState(1, 1, "older", null, 0, new Phase.Idle(), null);
    assertDamaged(key, wrong, () -> store.read(key));
    assertDamaged(key, wrong, () -> store.write(key, ResourceState.NEVER_RUN, older));
    assertDamaged(key, wrong, () -> store.write(key, older, older));
  }

  private static void assertDamaged(ResourceKey key, String wrong, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContainingAll(
            LocalTable.NAME, key.connection(), key.resource(), wrong, "restore the item", "reset");
  }

  private static Map<String, AttributeValue> item(ResourceKey key) {
    return new HashMap<>(
        TABLE
            .client()
            .getItem(get -> get.tableName(LocalTable.NAME).key(StateItem.key(key)))
            .item());
  }

  private static Map<String, AttributeValue> map(Map<String, AttributeValue> in, String name) {
    return Objects.requireNonNull(in.get(name), name).m();
  }
}
