package dev.tidemark.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenSlotTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final TokenSlot slot = new TokenSlot();
  private int issued;

  private String token() {
    TokenAnswer answer = slot.token(NOW, () -> new TokenAnswer.Granted("token-" + ++issued, null));
    return ((TokenAnswer.Granted) answer).token();
  }

  @Test
  void all_readers_that_are_refused_with_one_token_may_ask_again_with_the_next() {
    String old = token();
    assertThat(slot.refused(old)).isTrue();
    assertThat(slot.refused(old)).isTrue();
    String next = token();
    assertThat(slot.refused(old)).isTrue();
    slot.accepted(next);
    assertThat(slot.refused(next)).isTrue();
    assertThat(issued).isEqualTo(2);
  }

  @Test
  void a_second_token_that_is_refused_before_it_was_accepted_is_the_last() {
    slot.refused(token());
    String second = token();
    assertThat(slot.refused(second)).isFalse();
    assertThat(slot.refused(second)).isFalse();
  }
}
