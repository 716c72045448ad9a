package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.watermark.Order;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  private static final String DEFAULTS =
      """
      defaults:
        records: items
        parameters: {a: under, b: under}
        pagination: {kind: cursor, parameter: after, next: next}
        lookback: 1h
      """;
  private static final String MERGED =
      DEFAULTS + Acme.plus("parameters: {b: over, c: over}").replace("records: data\n    ", "");

  @Test
  void fill_in_what_a_resource_leaves_out() {
    Resource deals = Acme.resource(MERGED);
    assertThat(deals.answer().records().path()).hasToString("items");
    assertThat(deals.traversal().lookback()).isEqualTo(Duration.ofHours(1));
    assertThat(deals.traversal().order()).isEqualTo(Order.ID);
  }

  @Test
  void are_replaced_whole_by_what_a_resource_gives() {
    assertThat(Acme.resource(MERGED).traversal().pagination()).isEqualTo(new Pagination.None());
  }

  @Test
  void add_up_with_the_parameters_of_a_resource() {
    assertThat(Acme.resource(MERGED).request().parameters())
        .isEqualTo(Map.of("a", "under", "b", "over", "c", "over"));
  }

  @Test
  void are_held_to_the_same_strictness() {
    assertThat(Acme.refusal("defaults: {colour: red}\n" + Acme.TEXT))
        .startsWith("acme.yaml:1: resources.deals.colour: is not known here");
    assertThat(Acme.refusal("defaults: 1\n" + Acme.TEXT))
        .startsWith("acme.yaml:1: defaults: is a map");
    assertThat(Acme.refusal("defaults: {id: a, id: b}\n" + Acme.TEXT)).contains("given twice");
    assertThat(Acme.refusal("defaults: {}\n" + Acme.plus("id: b"))).contains("given twice");
    assertThat(
            Acme.refusal(
                "defaults: {promote: max-seen}\n" + Acme.with("    promote: run-start\n", "")))
        .contains("promote: max-seen with order: id");
  }

  @Test
  void of_the_vocabulary_are_what_its_records_say() {
    Resource deals = Acme.resource(Acme.TEXT);
    assertThat(deals.traversal().settleLag()).isEqualTo(Duration.ofMinutes(2));
    assertThat(deals.traversal().lookback()).isEqualTo(Duration.ofMinutes(5));
    assertThat(deals.landed().batch())
        .isEqualTo(new BatchSize(8_388_608, 200, Duration.ofSeconds(30)));
    assertThat(deals.landed().schema()).isEqualTo(1);
    assertThat(deals.members().volatileFields()).isEmpty();
    assertThat(DefinitionReader.read("acme.yaml", Acme.TEXT).answers().errors().cursorRejected())
        .containsExactly(400, 410, 422);
  }
}
