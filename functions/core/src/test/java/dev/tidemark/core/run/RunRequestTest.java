package dev.tidemark.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunRequestTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @ParameterizedTest
  @EnumSource
  void a_mode_is_read_as_it_is_written(Mode mode) {
    assertThat(Mode.of(mode.word())).isEqualTo(mode);
  }

  @Test
  void an_unknown_mode_is_refused_with_those_that_exist() {
    assertThatThrownBy(() -> Mode.of("Full"))
        .hasMessage("mode \"Full\" is none of incremental, backfill, reconcile, refresh");
  }

  @Test
  void bounds_must_leave_something_between_them() {
    assertThatThrownBy(() -> new RunRequest(Mode.BACKFILL, NOON, NOON, null, List.of()))
        .hasMessageStartingWith("from is not before until");
    assertThatThrownBy(() -> new RunRequest(Mode.BACKFILL, null, null, 0L, List.of()))
        .hasMessage("maxRecords < 1: 0");
  }

  @Test
  void run_ids_begin_with_their_second_and_sort_by_it() {
    Random random = new Random(1);
    RunId early = RunId.draw(NOON, random);
    RunId late = RunId.draw(NOON.plusSeconds(1), random);
    assertThat(early.value()).startsWith("20260101T120000Z-").hasSize(27);
    assertThat(early).isLessThan(late);
    assertThat(new RunId(early.value())).isEqualTo(early);
  }

  @Test
  void what_is_no_run_id_is_refused() {
    assertThatThrownBy(() -> new RunId("../x")).hasMessage("not a run id: ../x");
  }
}
