package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @Test
  void are_a_number_and_a_unit() {
    assertThat(Durations.of("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.of("0s")).isZero();
    assertThat(Durations.of("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Durations.of("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(Durations.of("999999999d")).isEqualTo(Duration.ofDays(999_999_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-1s", "1.5h", "5 m", "5M", "PT5M", "1234567890s", "5m\n"})
  void are_nothing_else(String text) {
    assertThatThrownBy(() -> Durations.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500ms, 30s, 5m, 2h or 1d");
  }
}
