package dev.tidemark.core.state;

import static dev.tidemark.core.state.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Claim.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {
  private static final Lease MINE = new Lease("me", NOW.plusSeconds(900));
  private static final Phase IN_FLIGHT = new Phase.InFlight(Given.progress());
  private static final Phase WAITING =
      new Phase.Waiting(Given.progress(), NOW.plusSeconds(10), "throttled");
  private static final Phase FAILED = new Phase.Failed(Given.progress(), Given.failure());

  private static Decision decide(ResourceState stored, Trigger trigger) {
    return new Claim(MINE, trigger, false).decide(stored, NOW, Given::progress);
  }

  private static ResourceState taken(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Take.class);
    return ((Decision.Take) decision).next();
  }

  @Nested
  class OnAnIdleResource {
    @ParameterizedTest
    @EnumSource(names = {"SCHEDULE", "OPERATOR"})
    void a_new_run_begins_in_its_first_leg(Trigger trigger) {
      ResourceState next = taken(decide(Given.in(new Phase.Idle()), trigger));
      assertThat(next.phase()).isEqualTo(new Phase.InFlight(Given.progress().nextLeg()));
      assertThat(next.claims()).isEqualTo(1);
      assertThat(next.checkpoint()).isEqualTo(Given.checkpoint());
    }

    @Test
    void a_continuation_finds_nothing() {
      assertThat(decide(Given.in(new Phase.Idle()), Trigger.CONTINUATION))
          .isEqualTo(new Decision.Nothing());
    }
  }

  @Nested
  class OnARunInFlight {
    @ParameterizedTest
    @EnumSource
    void whoever_comes_goes_on_with_it(Trigger trigger) {
      ResourceState next = taken(decide(Given.in(IN_FLIGHT), trigger));
      assertThat(next.phase()).isEqualTo(new Phase.InFlight(Given.progress().nextLeg()));
      assertThat(next.lease()).isEqualTo(MINE);
      assertThat(next.writer()).isEqualTo("me");
      assertThat(next.fence()).isEqualTo(4);
      assertThat(next.revision()).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_goes_on_while_the_lease_is_live(Trigger trigger) {
      Lease theirs = new Lease("other", NOW.plusMillis(1));
      assertThat(decide(Given.leased(IN_FLIGHT, theirs.until()), trigger))
          .isEqualTo(new Decision.Held(theirs));
    }

    @Test
    void a_lease_is_over_at_its_very_end() {
      taken(decide(Given.leased(IN_FLIGHT, NOW), Trigger.CONTINUATION));
    }

    @Test
    void who_knows_that_the_owner_is_dead_takes_it_over() {
      Claim claim = new Claim(MINE, Trigger.CONTINUATION, true);
      ResourceState held = Given.leased(IN_FLIGHT, NOW.plusSeconds(100));
      taken(claim.decide(held, NOW, Given::progress));
    }

    @Test
    void an_owner_may_claim_again_what_it_holds() {
      ResourceState mine = Given.state(IN_FLIGHT, MINE, 1);
      taken(decide(mine, Trigger.CONTINUATION));
    }
  }

  @Nested
  class OnAWaitingRun {
    @ParameterizedTest
    @EnumSource
    void nobody_goes_on_before_its_time(Trigger trigger) {
      assertThat(decide(Given.in(WAITING), trigger))
          .isEqualTo(new Decision.NotDue(NOW.plusSeconds(10), "throttled"));
    }

    @Test
    void at_its_time_it_goes_on() {
      Claim claim = new Claim(MINE, Trigger.CONTINUATION, false);
      Decision decision = claim.decide(Given.in(WAITING), NOW.plusSeconds(10), Given::progress);
      assertThat(taken(decision).phase()).isEqualTo(new Phase.InFlight(Given.progress().nextLeg()));
    }
  }

  @Nested
  class OnAFailedRun {
    @ParameterizedTest
    @EnumSource(names = {"SCHEDULE", "OPERATOR"})
    void it_goes_on_where_it_stopped_and_counts_anew(Trigger trigger) {
      ResourceState next = taken(decide(Given.state(FAILED, null, 5), trigger));
      assertThat(next.phase()).isEqualTo(new Phase.InFlight(Given.progress().nextLeg()));
      assertThat(next.claims()).isEqualTo(1);
    }

    @Test
    void a_continuation_finds_nothing() {
      assertThat(decide(Given.in(FAILED), Trigger.CONTINUATION)).isEqualTo(new Decision.Nothing());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_paused_resource_is_left_alone(Trigger trigger) {
    assertThat(decide(Given.in(new Phase.Paused(Given.progress())), trigger))
        .isEqualTo(new Decision.PausedByOperator());
  }

  @ParameterizedTest
  @EnumSource
  void a_sealed_run_is_taken_as_it_is(Trigger trigger) {
    Phase sealed = new Phase.Sealed(Given.seal());
    assertThat(taken(decide(Given.in(sealed), trigger)).phase()).isEqualTo(sealed);
  }

  @Nested
  class WithoutProgress {
    @Test
    void the_fifth_claim_is_the_last() {
      ResourceState fourth = Given.state(IN_FLIGHT, null, Claim.MAX_CLAIMS - 1);
      ResourceState fifth = taken(decide(fourth, Trigger.CONTINUATION));
      assertThat(fifth.claims()).isEqualTo(Claim.MAX_CLAIMS);
      ResourceState over =
          new ResourceState(
              fifth.fence(), fifth.revision(), "me", null, fifth.claims(), IN_FLIGHT, null);
      assertThat(decide(over, Trigger.SCHEDULE))
          .isInstanceOfSatisfying(
              Decision.GiveUp.class,
              given -> {
                assertThat(given.next().phase()).isInstanceOf(Phase.Failed.class);
                assertThat(given.next().lease()).isNull();
                assertThat(given.failure().reason()).contains(Given.RUN.value(), "by hand");
              });
    }

    @Test
    void a_person_starts_the_count_anew() {
      ResourceState worn = Given.state(IN_FLIGHT, null, Claim.MAX_CLAIMS);
      assertThat(taken(decide(worn, Trigger.OPERATOR)).claims()).isEqualTo(1);
    }

    @Test
    void a_sealed_run_is_reported_and_stays_sealed() {
      Phase sealed = new Phase.Sealed(Given.seal());
      assertThat(decide(Given.state(sealed, null, Claim.MAX_CLAIMS), Trigger.CONTINUATION))
          .isInstanceOfSatisfying(
              Decision.GiveUp.class,
              given -> {
                assertThat(given.next().phase()).isEqualTo(sealed);
                assertThat(given.next().claims()).isZero();
              });
    }

    @Test
    void a_hand_over_takes_its_claim_back() {
      ResourceState held = Given.state(IN_FLIGHT, MINE, 3);
      assertThat(Transitions.handOver(held, Given.progress()).claims()).isEqualTo(2);
      assertThat(
              Transitions.waitUntil(
                      held, Given.progress(), NOW.plus(Duration.ofHours(1)), "throttled")
                  .claims())
          .isEqualTo(2);
    }
  }
}
