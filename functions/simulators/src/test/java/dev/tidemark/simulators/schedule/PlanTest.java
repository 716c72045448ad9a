package dev.tidemark.simulators.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final Plan<String> plan = new Plan<>(item -> !item.isEmpty());

  @Test
  void the_nth_request_is_met_once() {
    assertThat(met(Schedule.at(3))).containsExactly(3);
  }

  @Test
  void every_nth_request_is_met() {
    assertThat(met(Schedule.every(2))).containsExactly(2, 4, 6);
  }

  @Test
  void the_next_requests_are_met_and_no_later_ones() {
    assertThat(met(Schedule.next(2))).containsExactly(1, 2);
  }

  @Test
  void from_a_request_on_all_are_met() {
    assertThat(met(Schedule.from(5))).containsExactly(5, 6);
    assertThat(met(Schedule.always())).hasSize(6);
  }

  @Test
  void requests_are_counted_per_resource_and_from_the_time_of_planning() {
    plan.due("deals");
    plan.add("deals", Schedule.at(2), "late");
    assertThat(plan.due("deals")).isEmpty();
    assertThat(plan.due("contacts")).isEmpty();
    assertThat(plan.due("deals")).containsExactly("late");
  }

  @Test
  void an_item_for_any_resource_counts_all_requests_together() {
    plan.add(Planned.ANY, Schedule.at(2), "any");
    assertThat(plan.due("deals")).isEmpty();
    assertThat(plan.due("contacts")).containsExactly("any");
  }

  @Test
  void several_items_are_due_in_planning_order() {
    plan.add("deals", "first");
    plan.add("deals", "second");
    assertThat(plan.due("deals")).containsExactly("first", "second");
  }

  @Test
  void what_is_cleared_is_not_due() {
    plan.add("deals", "one");
    plan.add("contacts", "other");
    plan.clear("deals");
    assertThat(plan.due("deals")).isEmpty();
    assertThat(plan.due("contacts")).containsExactly("other");
    plan.clear();
    assertThat(plan.due("contacts")).isEmpty();
  }

  @Test
  void an_item_that_nobody_can_carry_out_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> plan.add("deals", ""));
  }

  @Test
  void a_request_before_the_first_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Schedule.at(0));
  }

  private List<Integer> met(Schedule schedule) {
    plan.clear();
    plan.add("deals", schedule, "x");
    List<Integer> met = new ArrayList<>();
    for (int n = 1; n <= 6; n++) {
      if (!plan.due("deals").isEmpty()) {
        met.add(n);
      }
    }
    return met;
  }
}
