package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.standin.Specimens;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.CycleGuard;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.lake.json.CoreJson;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The members of core's records in JSON, tried beside the items that are made of them. */
class CoreJsonTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Every component of every record in a state. */
  static Stream<RecordComponent> components() {
    return Stream.of(
            ResourceState.class,
            Lease.class,
            Checkpoint.class,
            Progress.class,
            Run.class,
            Span.class,
            Span.Hole.class,
            Walk.class,
            Cursor.class,
            CycleGuard.class,
            Watermark.class,
            Tally.class,
            Seal.class,
            Failure.class,
            Phase.Waiting.class,
            Phase.Failed.class,
            Phase.Paused.class)
        .flatMap(type -> Stream.of(type.getRecordComponents()));
  }

  @ParameterizedTest
  @MethodSource("components")
  void a_missing_member_is_refused(RecordComponent component) {
    assertRefused(component, tree(component).without(component.getName()));
  }

  @ParameterizedTest
  @MethodSource("components")
  void a_member_of_another_type_is_refused(RecordComponent component) {
    JsonNode right = tree(component).path(component.getName());
    List<JsonNode> others =
        List.of(
            JSON.textNode("1"),
            JSON.textNode(""),
            JSON.numberNode(1L),
            JSON.numberNode(1.5),
            JSON.booleanNode(true),
            JSON.arrayNode().add(right),
            JSON.objectNode());
    for (JsonNode other : others) {
      if (other.getNodeType() != right.getNodeType() || other.isFloatingPointNumber()) {
        assertRefused(component, tree(component).set(component.getName(), other));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void null_is_read_exactly_where_absence_is_meant(RecordComponent component) throws Exception {
    ObjectNode tree = tree(component).putNull(component.getName());
    if (Specimens.mayBeAbsent(component)) {
      Object read = CoreJson.read(tree, component.getDeclaringRecord());
      assertThat(component.getAccessor().invoke(read)).isNull();
    } else {
      assertRefused(component, tree);
    }
  }

  @Test
  void an_instant_that_is_none_is_refused_with_its_place() {
    ObjectNode tree = CoreJson.tree(specimen(Lease.class)).put("until", "tomorrow");
    assertThatThrownBy(() -> CoreJson.read(tree, Lease.class))
        .isInstanceOfSatisfying(
            JsonProcessingException.class,
            e -> assertThat(CoreJson.wrong(e)).startsWith("until: ").contains("tomorrow"));
  }

  @Test
  void a_member_that_comes_twice_is_refused() {
    byte[] twice = "{\"first\":1,\"last\":2,\"last\":3}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> CoreJson.read(twice, twice.length, Span.Hole.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static ObjectNode tree(RecordComponent component) {
    return CoreJson.tree(specimen(component.getDeclaringRecord()));
  }

  private static <T> T specimen(Class<T> type) {
    return new Specimens(true, Phase.Idle.class).of(type);
  }

  private static void assertRefused(RecordComponent component, JsonNode tree) {
    assertThatThrownBy(() -> CoreJson.read(tree, component.getDeclaringRecord()))
        .as("%s", tree)
        .isInstanceOf(JsonProcessingException.class);
  }
}
