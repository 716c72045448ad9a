package dev.tidemark.core.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.state.Warning;
import org.junit.jupiter.api.Test;

/** A walk over everything is compared with what is stated and with what is published. */
class WholeListTest {
  @Test
  void a_list_that_lost_more_than_a_fifth_since_it_was_published_is_told() {
    assertThat(new WholeList(null, 100, 79).warnings().has(Warning.LIST_SHRUNK)).isTrue();
    assertThat(new WholeList(null, 100, 80).warnings().has(Warning.LIST_SHRUNK)).isFalse();
    assertThat(new WholeList(null, 4, 1).warnings().has(Warning.LIST_SHRUNK)).isFalse();
    assertThat(WholeList.UNKNOWN.warnings().given()).isEmpty();
  }

  @Test
  void fewer_than_stated_are_told_and_far_fewer_are_a_failure() {
    WholeList some = new WholeList(100L, 0, 99);
    assertThat(some.warnings().has(Warning.TOTAL_DIFFERS)).isTrue();
    assertThat(some.problem()).isNull();
    assertThat(new WholeList(100L, 0, 79).problem()).contains("100 records", "after 79");
    assertThat(new WholeList(100L, 0, 101).warnings().given()).isEmpty();
  }
}
