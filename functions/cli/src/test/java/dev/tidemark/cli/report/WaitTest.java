package dev.tidemark.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.run.ResourceKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");

  private static Wait after(Duration time) {
    return new Wait(NOW.plus(time), "rate limited (429)");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-1S, now",
    "PT0S, now",
    "PT0.001S, in 1 s",
    "PT1M59S, in 119 s",
    "PT59M59S, in 59 min",
    "PT119M59S, in 119 min",
    "PT2H, in 2 h 0 min",
    "PT49H5M, in 49 h 5 min"
  })
  void says_how_long_it_takes_from_now(Duration time, String words) {
    assertThat(after(time).resuming(NOW)).endsWith(" (" + words + ")");
  }

  @Test
  void says_why_and_until_when() {
    Wait wait = after(Duration.ofMinutes(59));
    assertThat(wait.resuming(NOW))
        .isEqualTo("rate limited (429); resuming at 2026-03-01T12:59:00Z (in 59 min)");
    assertThat(wait.standing(NOW))
        .isEqualTo("rate limited (429) until 2026-03-01T12:59:00Z (in 59 min)");
  }

  @Nested
  class OnAPlainTerminal {
    private final ResourceKey key = ResourceKey.of("lev", "deals");
    private final StringWriter err = new StringWriter();
    private final LiveLines lines = new LiveLines(new PrintWriter(err, true), false);
    private final LegEvent waits =
        new LegEvent.Waits(NOW.plus(Duration.ofHours(1)), "rate limited (429)");

    private long told() {
      return err.toString().lines().count();
    }

    @Test
    void an_attempt_that_failed_says_which_why_and_when_the_next_is_made() {
      Instant until = NOW.plus(Duration.ofMillis(3500));
      lines.on(key, new LegEvent.Retries(3, 6, until, "it answered 503", null), NOW);
      assertThat(err.toString().strip())
          .isEqualTo("tidemark: deals: attempt 3 of 6 failed: it answered 503; retrying in 4 s");
    }

    @Test
    void is_told_at_once_and_not_by_each_leg_that_finds_it() {
      lines.on(key, waits, NOW);
      assertThat(err.toString())
          .isEqualToIgnoringNewLines(
              "tidemark: deals: rate limited (429); resuming at 2026-03-01T13:00:00Z (in 60 min)");
      lines.on(key, waits, NOW.plusSeconds(100));
      assertThat(told()).isEqualTo(1);
    }

    @Test
    void is_told_again_every_ten_minutes_until_it_is_over() {
      lines.on(key, waits, NOW);
      for (int second = 0; second <= 3700; second++) {
        lines.remind(NOW.plusSeconds(second));
      }
      assertThat(told()).isEqualTo(6);
      assertThat(err.toString()).endsWith("(in 10 min)" + System.lineSeparator());
    }

    @Test
    void is_not_told_of_once_the_leg_reads() {
      lines.on(key, waits, NOW);
      lines.on(key, new LegEvent.PageRead(1, 1, null), NOW.plusSeconds(5));
      lines.remind(NOW.plus(Duration.ofMinutes(30)));
      assertThat(told()).isEqualTo(1);
    }
  }
}
