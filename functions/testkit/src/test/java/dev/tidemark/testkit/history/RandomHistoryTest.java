package dev.tidemark.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens between any two calls, in the end the lake is the truth: of each policy 20
 * histories, and deeper the next 130.
 */
@Tag("deep")
class RandomHistoryTest {
  /**
   * An incremental run owes every change that moves a record's time and is shown within the settle
   * lag; a walk that does not select by time owes all but deletes; a reconcile owes the rest.
   */
  @ParameterizedTest
  @MethodSource("dev.tidemark.testkit.history.Policies#safe")
  void incrementals_publish_what_they_owe_and_a_reconcile_the_rest_and_nothing_twice(
      Policy policy) {
    assertThat(Histories.firstViolation(Depth.drawn(20, 150), seed -> new History(policy, seed)))
        .isNull();
  }
}
