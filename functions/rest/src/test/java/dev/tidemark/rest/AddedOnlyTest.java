package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.state.Warning;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list of records that are only added, of which the API keeps the youngest. */
class AddedOnlyTest {
  private static final Definition EVENTS =
      AnyApi.definition("pagination: {kind: none}", "appendOnly: true");

  private int oldest = 1;
  private int youngest = 200;

  private final Landing landing =
      new Landing(
          EVENTS,
          "all",
          new QueryApi(_ ->
              new QueryApi.Reply(
                  200,
                  IntStream.rangeClosed(oldest, youngest)
                      .mapToObj(id -> "{\"id\":" + id + "}")
                      .collect(Collectors.joining(",", "{\"data\":[", "]}")))));

  @Test
  void what_the_api_does_not_keep_stays_landed() throws InterruptedException {
    landing.run();
    landing.clock().advance(Duration.ofDays(1));
    oldest = 150;
    youngest = 210;
    LegOutcome second = landing.run();
    assertThat(second).isInstanceOf(LegOutcome.Completed.class);
    assertThat(landing.ids()).hasSize(210);
    assertThat(Landing.warnings(second).has(Warning.LIST_SHRUNK)).as("it is said").isTrue();
  }

  @Test
  void no_reconcile_takes_it_for_deleted() {
    assertThatThrownBy(() -> EVENTS.requireReconcile("all"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("all cannot be reconciled: its records are only ever added");
  }
}
