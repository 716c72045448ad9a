package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.standin.LocalTable;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.core.state.Transitions;
import dev.tidemark.lake.json.CoreForms;
import dev.tidemark.lake.json.CoreJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of each form that was ever written lies beside this test; a new version reads them. */
class ItemFormatTest {
  @RegisterExtension static final LocalTable TABLE = new LocalTable();

  private final DynamoResourceStateStore store =
      new DynamoResourceStateStore(TABLE.client(), LocalTable.NAME);

  static IntStream forms() {
    return IntStream.rangeClosed(0, CoreForms.NOW);
  }

  private static ObjectNode fixture(int form) throws IOException {
    String name = "state-format-" + form + ".json";
    try (InputStream in = ItemFormatTest.class.getResourceAsStream(name)) {
      return (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(in, name));
    }
  }

  private static ResourceKey stored(String resource, ObjectNode tree) {
    ResourceKey key = ResourceKey.of("earlier", resource);
    Map<String, AttributeValue> item = AttributeTree.attributes(tree);
    item.putAll(StateItem.key(key));
    TABLE.client().putItem(put -> put.tableName(LocalTable.NAME).item(item));
    return key;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_run_in_flight_goes_on_from_an_item_of_any_earlier_form(int form) throws IOException {
    ResourceKey key = stored("form-" + form, fixture(form));
    ResourceState state = store.read(key);
    assertThat(state.phase()).isInstanceOf(Phase.InFlight.class);
    Progress progress = Objects.requireNonNull(state.phase().unfinished());
    assertThat(progress.span().last()).isEqualTo(7);
    assertThat(Objects.requireNonNull(progress.walk().position().cursor()).text())
        .isEqualTo("page-8");
    ResourceState next = Transitions.advance(state, progress);
    assertThat(store.write(key, state, next)).isEqualTo(new Write.Written());
    assertThat(store.read(key)).isEqualTo(next);
    assertThat(
            TABLE
                .client()
                .getItem(get -> get.tableName(LocalTable.NAME).key(StateItem.key(key)))
                .item())
        .containsEntry("format", AttributeValue.fromN(Integer.toString(CoreForms.NOW)));
  }

  @Test
  void an_item_is_written_as_it_was_to_the_order_of_its_members() throws IOException {
    ObjectNode was = fixture(CoreForms.NOW).without("format");
    ResourceState state = CoreJson.read(was, ResourceState.class);
    assertThat(CoreJson.tree(state)).hasToString(was.toString());
  }

  @Test
  void an_item_of_a_later_form_is_left_alone_and_the_remedy_is_said() throws IOException {
    int later = CoreForms.NOW + 1;
    ResourceKey key = stored("later", fixture(CoreForms.NOW).put("format", later));
    assertThatThrownBy(() -> store.read(key))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining("format: " + later + " is newer than this version")
        .hasMessageContaining("deploy the newer version again");
    ResourceState other = new ResourceState(1, 1, "me", null, 0, new Phase.Idle(), null);
    assertThatThrownBy(() -> store.write(key, ResourceState.NEVER_RUN, other))
        .isInstanceOf(DamagedStateException.class);
  }
}
