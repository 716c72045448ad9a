package dev.tidemark.core.state;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.OperatorVerb.Decision;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorVerbTest {
  private static final Progress RUN = Given.progress();
  private static final Phase IDLE = new Phase.Idle();
  private static final Phase IN_FLIGHT = new Phase.InFlight(RUN);
  private static final Phase WAITING = new Phase.Waiting(RUN, Given.NOW, "throttled");
  private static final Phase FAILED = new Phase.Failed(RUN, Given.failure());
  private static final Phase PAUSED = new Phase.Paused(RUN);
  private static final Phase PAUSED_IDLE = new Phase.Paused(null);

  private static ResourceState applied(OperatorVerb verb, Phase phase) {
    Decision decision = verb.decide(Given.leased(phase, Given.NOW.plusSeconds(100)), "a person");
    assertThat(decision).isInstanceOf(Decision.Apply.class);
    return ((Decision.Apply) decision).next();
  }

  private static void noEffect(OperatorVerb verb, Phase... phases) {
    for (Phase phase : phases) {
      assertThat(verb.decide(Given.in(phase), "a person")).isEqualTo(new Decision.NoEffect());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_changes_fences_whoever_is_at_work(OperatorVerb verb) {
    ResourceState next = applied(verb, verb == OperatorVerb.RESUME ? PAUSED : IN_FLIGHT);
    assertThat(next.fence()).isEqualTo(4);
    assertThat(next.revision()).isEqualTo(8);
    assertThat(next.writer()).isEqualTo("a person");
    assertThat(next.lease()).isNull();
    assertThat(next.claims()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_sealed_run_is_published_first_and_needs_no_resume(OperatorVerb verb) {
    ResourceState sealed = Given.in(new Phase.Sealed(Given.seal()));
    assertThat(verb.decide(sealed, "a person"))
        .isEqualTo(
            verb == OperatorVerb.RESUME ? new Decision.NoEffect() : new Decision.PublishFirst());
  }

  @Nested
  class Pause {
    @Test
    void keeps_the_run_where_it_is() {
      for (Phase phase : List.of(IN_FLIGHT, WAITING, FAILED)) {
        assertThat(applied(OperatorVerb.PAUSE, phase).phase()).isEqualTo(PAUSED);
      }
      assertThat(applied(OperatorVerb.PAUSE, IDLE).phase()).isEqualTo(PAUSED_IDLE);
    }

    @Test
    void of_what_is_paused_changes_nothing() {
      noEffect(OperatorVerb.PAUSE, PAUSED, PAUSED_IDLE);
    }
  }

  @Nested
  class Resume {
    @Test
    void goes_on_where_it_was() {
      assertThat(applied(OperatorVerb.RESUME, PAUSED).phase()).isEqualTo(IN_FLIGHT);
      assertThat(applied(OperatorVerb.RESUME, PAUSED_IDLE).phase()).isEqualTo(IDLE);
    }

    @Test
    void of_what_is_not_paused_changes_nothing() {
      noEffect(OperatorVerb.RESUME, IDLE, IN_FLIGHT, WAITING, FAILED);
    }
  }

  @Nested
  class Cancel {
    @Test
    void gives_up_the_run_and_keeps_the_checkpoint() {
      for (Phase phase : List.of(IN_FLIGHT, WAITING, FAILED, PAUSED)) {
        ResourceState next = applied(OperatorVerb.CANCEL, phase);
        assertThat(next.phase()).isEqualTo(phase instanceof Phase.Paused ? PAUSED_IDLE : IDLE);
        assertThat(next.checkpoint()).isEqualTo(Given.checkpoint());
      }
    }

    @Test
    void without_a_run_changes_nothing() {
      noEffect(OperatorVerb.CANCEL, IDLE, PAUSED_IDLE);
    }
  }

  @Nested
  class OfASliceThatHasWalked {
    private final Phase walked =
        new Phase.Walked(Given.progress().at(Walk.begin("query", null, null).end(null)));

    @Test
    void nothing_is_left_to_be_paused_or_resumed() {
      noEffect(OperatorVerb.PAUSE, walked);
      noEffect(OperatorVerb.RESUME, walked);
    }

    @Test
    void what_it_has_is_abandoned_without_being_published() {
      assertThat(applied(OperatorVerb.CANCEL, walked).phase()).isEqualTo(IDLE);
      assertThat(applied(OperatorVerb.RESET, walked).phase()).isEqualTo(IDLE);
    }

    @Test
    void no_claim_takes_it() {
      for (Trigger trigger : Trigger.values()) {
        Claim claim = new Claim(new Lease("me", Given.NOW.plusSeconds(60)), trigger, true);
        assertThat(claim.decide(Given.in(walked), Given.NOW, Given::progress))
            .isEqualTo(new Claim.Decision.Nothing());
      }
    }
  }

  @Nested
  class Reset {
    @Test
    void forgets_how_far_record_time_was_covered_and_leaves_a_paused_resource_paused() {
      for (Phase phase : List.of(IDLE, IN_FLIGHT, WAITING, FAILED, PAUSED, PAUSED_IDLE)) {
        ResourceState next = applied(OperatorVerb.RESET, phase);
        assertThat(next.phase()).isEqualTo(phase instanceof Phase.Paused ? PAUSED_IDLE : IDLE);
        Checkpoint left = requireNonNull(next.checkpoint());
        assertThat(left.watermark()).isNull();
        assertThat(left.bookmark().cursor()).isNull();
        assertThat(left.run()).isEqualTo(Given.RUN);
      }
    }

    @Test
    void of_what_was_never_run_leaves_no_checkpoint() {
      assertThat(OperatorVerb.RESET.decide(ResourceState.NEVER_RUN, "a person"))
          .isInstanceOfSatisfying(
              Decision.Apply.class, apply -> assertThat(apply.next().checkpoint()).isNull());
    }
  }
}
