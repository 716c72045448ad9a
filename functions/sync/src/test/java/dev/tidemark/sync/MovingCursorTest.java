package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors that name a row, in a list whose rows move. */
class MovingCursorTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"users\"}";

  private final Bench ask = Bench.of("askelephant", DatasetPlan.of(1, 42), 7);

  @AfterEach
  void close() {
    ask.close();
  }

  /** Behind all others come rows that were shown, the one that ended the third page last. */
  private void moveTheEndOfThePage() {
    var users = ask.simulator.collection("users");
    List<String> moved = new ArrayList<>(users.ids().subList(0, 6));
    moved.add(users.ids().get(20));
    Instant at = ask.clock.instant().minusSeconds(9);
    for (int i = 0; i < moved.size(); i++) {
      users.edit(moved.get(i), at.plusSeconds(i));
    }
    users.insert(ask.clock.instant());
  }

  @Test
  void the_same_cursor_behind_a_row_that_was_edited_is_no_circle() {
    ask.simulator.hooks().beforeAnswer("users", Schedule.at(5), this::moveTheEndOfThePage);
    assertThat(ask.drive(SYNC, Bench.LONG).path("reason").asText()).isEmpty();
    assertThat(ask.published("users")).isEqualTo(ask.truth("users"));
    List<String> cursors = ask.simulator.log().cursors("users").subList(0, 7);
    assertThat(cursors.getLast()).as("given out twice").isEqualTo(cursors.get(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void a_row_that_moves_under_its_cursor_takes_nothing_with_it(int request) {
    var users = ask.simulator.collection("users");
    ask.simulator
        .hooks()
        .beforeAnswer(
            "users",
            Schedule.at(request),
            () -> {
              users.edit(users.ids().get(7 * (request - 1) - 1), ask.clock.instant());
              users.insert(ask.clock.instant().plusSeconds(1));
            });
    assertThat(ask.drive(SYNC, Bench.LONG).path("outcome").asText()).isEqualTo("completed");
    assertThat(ask.published("users")).isEqualTo(ask.truth("users"));
  }

  @Test
  void a_circle_of_cursors_fails_the_run() {
    ask.simulator.quirks().add("users", new PageQuirk.CursorCycle(3));
    assertThat(ask.drive(SYNC, Duration.ofMinutes(15)).path("reason").asText())
        .isEqualTo("the API's cursors go in circles");
    assertThat(ask.simulator.log().count()).isLessThan(20);
  }
}
