package dev.tidemark.testkit.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RateSimulationTest {
  private static final int SEEDS = 6;

  static List<RatePlot> plots() {
    return RateTable.plots();
  }

  @ParameterizedTest
  @MethodSource("plots")
  void in_no_window_are_more_calls_made_than_allowed_whoever_crashes(RatePlot plot) {
    for (long seed = 0; seed < SEEDS; seed++) {
      RateCourse course = RateSimulation.run(plot, seed);
      assertThat(course.most()).as("seed %d", seed).isLessThanOrEqualTo(plot.bucket().calls());
      assertThat(course.share()).as("seed %d", seed).isGreaterThan(least(plot));
    }
  }

  /**
   * The block of a crashed worker is lost for a window and what comes before and behind it; and of
   * a window of a second, answers and clocks take their part.
   */
  private static double least(RatePlot plot) {
    boolean second = plot.bucket().per().toSeconds() == 1;
    return plot.crashes() > 0 ? 0.85 : second ? 0.9 : 0.95;
  }

  @ParameterizedTest
  @MethodSource("plots")
  void the_budget_is_asked_far_less_than_once_a_page(RatePlot plot) {
    RateCourse course = RateSimulation.run(plot, RateTable.SEED);
    // Ten workers of ten calls a second need a block of seconds each; more calls need no more.
    assertThat(course.asks()).isLessThan(course.made() / 3);
  }

  @Test
  void without_a_shared_budget_as_many_workers_are_as_many_times_over() {
    RatePlot plot = RateTable.plots().get(0);
    assertThat(RateSimulation.run(plot.alone(), RateTable.SEED).most())
        .isGreaterThan(4 * plot.bucket().calls());
  }

  @Test
  void the_documented_table_is_what_the_command_prints() throws Exception {
    assertThat(Files.readString(Path.of("../../docs/rates.md")).replace("\r", ""))
        .contains(RateTable.text());
  }
}
