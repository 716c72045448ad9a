package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.run.Continuer;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.testkit.memory.RecordedContinuer.Asked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link Continuer} owes: the attempt, and an exception where it failed. */
public abstract class ContinuerContract {
  private final ResourceKey key = OwnKey.draw();

  /** The continuer. */
  protected abstract Continuer connect();

  /** The clock by which the continuer tells a time to come from a past one. */
  protected abstract Instant now();

  /**
   * What reached the other side: which leg, and not before when; a request without a time counts as
   * {@link #now()}.
   */
  protected abstract List<Asked> asked();

  /** From now on nothing reaches the other side. */
  protected abstract void breakDown();

  @Test
  void a_leg_that_is_due_is_asked_for_at_once() {
    connect().goOn(key, now().minusSeconds(5));
    assertThat(asked()).hasSize(1);
    assertThat(asked().getFirst().key()).isEqualTo(key);
    assertThat(asked().getFirst().at()).isBeforeOrEqualTo(now());
  }

  @Test
  void a_leg_that_is_due_later_is_not_asked_for_before_its_time() {
    Instant at = now().plusSeconds(3600);
    connect().goOn(key, at);
    assertThat(asked()).hasSize(1);
    assertThat(asked().getFirst().key()).isEqualTo(key);
    assertThat(asked().getFirst().at()).isBetween(at, at.plusSeconds(60));
  }

  @Test
  void a_variant_is_asked_for_as_itself() {
    connect().goOn(key.beside("reconcile"), now());
    assertThat(asked()).extracting(Asked::key).containsExactly(key.beside("reconcile"));
  }

  @Test
  void an_attempt_that_failed_is_an_exception() {
    breakDown();
    assertThatThrownBy(() -> connect().goOn(key, now())).isInstanceOf(RuntimeException.class);
  }
}
