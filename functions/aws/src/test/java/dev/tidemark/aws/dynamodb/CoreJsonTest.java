package dev.tidemark.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.standin.Specimens;
import dev.tidemark.core.state.Bookmark;
import dev.tidemark.core.state.CallCounts;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.CycleGuard;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Lineage;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Position;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.RecordCounts;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.RunScope;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Sight;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.StoredCounts;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.TimeCounts;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.state.WalkQuery;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.lake.json.CoreJson;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The members of core's records in JSON, tried beside the items that are made of them. */
class CoreJsonTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Every component of every record in a state, by the member that it is stored as. */
  static Stream<Stored> components() {
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
        .flatMap(type ->
            Stream.of(type.getRecordComponents())
                .flatMap(component -> Stored.of(type, List.of(component))));
  }

  /**
   * A member of a stored record.
   *
   * @param path the components that lead to its value: those of a group stand in its record's place
   */
  record Stored(Class<?> type, String name, List<RecordComponent> path) {
    private static final Set<Class<?>> GROUPS =
        Set.of(
            LandedForm.class,
            RunScope.class,
            Lineage.class,
            WalkQuery.class,
            Position.class,
            Sight.class,
            Bookmark.class,
            RecordCounts.class,
            TimeCounts.class,
            StoredCounts.class,
            CallCounts.class);

    /** Members that are not stored by the name of their component. */
    private static final Map<String, String> NAMES =
        Map.of("hash", "queryHash", "upserts", "records", "attempts", "apiCalls");

    static Stream<Stored> of(Class<?> type, List<RecordComponent> path) {
      RecordComponent last = path.getLast();
      if (!GROUPS.contains(last.getType())) {
        String name = NAMES.getOrDefault(last.getName(), last.getName());
        return Stream.of(new Stored(type, name, path));
      }
      return Stream.of(last.getType().getRecordComponents())
          .flatMap(component -> of(type, List.of(last, component)));
    }

    boolean mayBeAbsent() {
      return Specimens.mayBeAbsent(path.getLast());
    }

    @Nullable Object value(Object record) throws ReflectiveOperationException {
      Object value = record;
      for (RecordComponent component : path) {
        value = component.getAccessor().invoke(value);
      }
      return value;
    }

    @Override
    public String toString() {
      return type.getSimpleName() + "." + name;
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void a_missing_member_is_refused(Stored member) {
    assertRefused(member, tree(member).without(member.name()));
  }

  @ParameterizedTest
  @MethodSource("components")
  void a_member_of_another_type_is_refused(Stored member) {
    JsonNode right = tree(member).path(member.name());
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
        assertRefused(member, tree(member).set(member.name(), other));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void null_is_read_exactly_where_absence_is_meant(Stored member) throws Exception {
    ObjectNode tree = tree(member).putNull(member.name());
    if (member.mayBeAbsent()) {
      assertThat(member.value(CoreJson.read(tree, member.type()))).isNull();
    } else {
      assertRefused(member, tree);
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void a_member_that_is_unknown_is_refused(Stored member) {
    // The group that a member is of is no member either.
    for (String name : List.of("unknown", member.path().getFirst().getName())) {
      ObjectNode tree = tree(member);
      if (!tree.has(name)) {
        assertRefused(member, tree.set(name, JSON.objectNode()));
      }
    }
  }

  @Test
  void what_is_refused_is_named_as_it_is_stored() {
    Class<?>[] types = {Run.class, Walk.class, Tally.class, Checkpoint.class};
    for (Stored member : components().filter(one -> List.of(types).contains(one.type())).toList()) {
      ObjectNode tree = tree(member).set(member.name(), JSON.numberNode(1.5));
      assertThatThrownBy(() -> CoreJson.read(tree, member.type()))
          .isInstanceOfSatisfying(
              JsonProcessingException.class,
              e -> assertThat(CoreJson.wrong(e)).startsWith(member.name()));
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

  @Test
  void a_refusal_deep_in_a_state_names_the_whole_way() {
    ObjectNode state =
        CoreJson.tree(new Specimens(true, Phase.InFlight.class).of(ResourceState.class));
    state.withObject("/phase/progress/walk/cursor").put("issuedAt", "tomorrow");
    assertThatThrownBy(() -> CoreJson.read(state, ResourceState.class))
        .isInstanceOfSatisfying(
            JsonProcessingException.class,
            e ->
                assertThat(CoreJson.wrong(e))
                    .startsWith("phase.progress.walk.cursor.issuedAt: ")
                    .contains("tomorrow"));
  }

  @Test
  void what_a_group_itself_refuses_is_named_by_its_record() {
    ObjectNode progress = CoreJson.tree(specimen(Progress.class));
    progress.withObject("/run").put("schema", 0);
    assertThatThrownBy(() -> CoreJson.read(progress, Progress.class))
        .isInstanceOfSatisfying(
            JsonProcessingException.class,
            e -> assertThat(CoreJson.wrong(e)).startsWith("run: ").contains("schema < 1: 0"));
  }

  private static ObjectNode tree(Stored member) {
    return CoreJson.tree(specimen(member.type()));
  }

  private static <T> T specimen(Class<T> type) {
    return new Specimens(true, Phase.Idle.class).of(type);
  }

  private static void assertRefused(Stored member, JsonNode tree) {
    assertThatThrownBy(() -> CoreJson.read(tree, member.type()))
        .as("%s", tree)
        .isInstanceOf(JsonProcessingException.class);
  }
}
