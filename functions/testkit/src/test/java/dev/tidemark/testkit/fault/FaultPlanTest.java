package dev.tidemark.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.memory.fault.Injected;
import dev.tidemark.memory.fault.Killed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  public interface Port {
    int add(String text);
  }

  private final List<String> effects = new ArrayList<>();
  private final Port target =
      text -> {
        effects.add(text);
        return effects.size();
      };

  @Test
  void without_a_fault_calls_pass_and_are_counted() {
    FaultPlan plan = FaultPlan.none();
    assertThat(plan.counting(Port.class, target).add("one")).isEqualTo(1);
    assertThat(plan.calls()).containsExactly("Port.add");
  }

  @Test
  void a_call_that_fails_before_has_no_effect_and_the_next_one_passes() {
    Port port = FaultPlan.at(1, Fault.FAIL_BEFORE).counting(Port.class, target);
    assertThatThrownBy(() -> port.add("one")).isInstanceOf(Injected.class);
    port.add("two");
    assertThat(effects).containsExactly("two");
  }

  @Test
  void a_lost_answer_had_its_effect() {
    Port port = FaultPlan.at(1, Fault.FAIL_AFTER).counting(Port.class, target);
    assertThatThrownBy(() -> port.add("one")).isInstanceOf(Injected.class);
    assertThat(effects).containsExactly("one");
  }

  @Test
  void a_repeated_call_answers_for_the_second_attempt() {
    Port port = FaultPlan.at(1, Fault.REPEAT).counting(Port.class, target);
    assertThat(port.add("one")).isEqualTo(2);
  }

  @Test
  void after_a_kill_no_port_of_the_process_does_anything() {
    FaultPlan plan = FaultPlan.at(2, Fault.KILL_AFTER);
    Port counted = plan.counting(Port.class, target);
    Port shared = plan.sharing(Port.class, target);
    counted.add("one");
    assertThatThrownBy(() -> counted.add("two")).isInstanceOf(Killed.class);
    assertThatThrownBy(() -> counted.add("three")).isInstanceOf(Killed.class);
    assertThatThrownBy(() -> shared.add("four")).isInstanceOf(Killed.class);
    assertThat(effects).containsExactly("one", "two");
    assertThat(plan.dead()).isTrue();
  }

  @Test
  void a_kill_before_a_call_keeps_it_from_happening() {
    Port port = FaultPlan.at(1, Fault.KILL_BEFORE).counting(Port.class, target);
    assertThatThrownBy(() -> port.add("one")).isInstanceOf(Killed.class);
    assertThat(effects).isEmpty();
  }
}
