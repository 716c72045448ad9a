package dev.tidemark.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What completed runs were asked for. */
class CoverageTest {
  private static PublishedRun run(
      int day, String mode, String from, String until, String checkpoint) {
    String json =
        """
        {"schema":1,"connection":"acme","resource":"deals","run":"202603%02dT000000Z-a",
        "mode":"%s","startedAt":"2026-03-%02dT00:00:00Z","completedAt":"2026-03-%02dT01:00:00Z",
        "bounds":{"from":%s,"until":%s},"checkpoint":%s}
        """
            .formatted(day, mode, day, day, from, until, checkpoint);
    return ManifestJson.read(json.getBytes(UTF_8));
  }

  private static String day(int day) {
    return "\"2026-03-%02dT00:00:00Z\"".formatted(day);
  }

  private static String reached(int day) {
    return "{\"watermark\":%s,\"cursor\":null}".formatted(day(day));
  }

  private static final PublishedRun FIRST = run(2, "backfill", "null", "null", reached(1));

  @Test
  void runs_that_follow_each_other_leave_nothing_out() {
    Coverage coverage =
        Coverage.of(List.of(FIRST, run(3, "incremental", day(1), "null", reached(3))));
    assertThat(coverage.isWhole()).isTrue();
    assertThat(coverage).hasToString("everything until 2026-03-03T00:00:00Z");
  }

  @Test
  void a_checkpoint_that_was_moved_is_a_jump() {
    Coverage coverage =
        Coverage.of(List.of(FIRST, run(5, "incremental", day(2), "null", reached(5))));
    assertThat(coverage.jumps())
        .containsExactly(
            new Coverage.Gap(
                Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z")));
    assertThat(coverage.isWhole()).isFalse();
  }

  @Test
  void a_run_that_is_missing_leaves_a_gap() {
    Coverage coverage =
        Coverage.of(List.of(FIRST, run(9, "incremental", day(6), "null", reached(9))));
    assertThat(coverage.gaps()).hasSize(1);
    assertThat(coverage.isWhole()).isFalse();
    Coverage headless = Coverage.of(List.of(run(9, "incremental", day(6), "null", reached(9))));
    assertThat(headless.isWhole()).isFalse();
    assertThat(headless.leavesOut(Instant.parse("2026-03-01T00:00:00Z"))).isFalse();
  }

  @Test
  void where_the_operator_began_is_a_wish_and_a_range_adds_to_it() {
    PublishedRun first = run(9, "backfill", day(5), "null", reached(8));
    Instant before = Instant.parse("2026-03-03T12:00:00Z");
    assertThat(Coverage.of(List.of(first)).isWhole()).isTrue();
    assertThat(Coverage.of(List.of(first)).leavesOut(before)).isTrue();
    PublishedRun range = run(10, "backfill", day(3), day(5), "null");
    assertThat(Coverage.of(List.of(first, range)).leavesOut(before)).isFalse();
  }

  @Test
  void a_run_from_a_bookmark_continues_the_one_before() {
    String bookmark = "{\"watermark\":null,\"cursor\":\"c\"}";
    PublishedRun first = run(2, "backfill", day(1), "null", bookmark);
    Coverage coverage =
        Coverage.of(List.of(first, run(4, "incremental", "null", "null", bookmark)));
    assertThat(coverage.spans().getLast().from()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(coverage.isWhole()).isTrue();
  }
}
