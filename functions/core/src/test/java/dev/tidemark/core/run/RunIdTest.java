package dev.tidemark.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
  private static final Instant AT = Instant.parse("2026-11-28T07:30:49.987Z");

  @Test
  void says_in_which_second_its_run_was_created() {
    RunId id = RunId.draw(AT, new Random(7));
    assertThat(id.value()).startsWith("20261128T073049Z-").startsWith(RunId.begin(AT));
    assertThat(id.created()).isEqualTo(AT.truncatedTo(ChronoUnit.SECONDS));
    assertThat(RunId.isOne(id.value())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lev", "20261128T073049Z", "20261128T073049Z-SHOUTING01", "a-b"})
  void nothing_else_is_one(String text) {
    assertThat(RunId.isOne(text)).isFalse();
    assertThatThrownBy(() -> new RunId(text)).hasMessage("not a run id: " + text);
  }
}
