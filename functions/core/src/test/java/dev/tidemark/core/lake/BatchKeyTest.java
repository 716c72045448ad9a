package dev.tidemark.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchKeyTest {
  private static BatchKey key(String resource, long sequence) {
    return new BatchKey(
        ResourceKey.of("acme", resource),
        3,
        Instant.parse("2026-02-03T23:59:59Z"),
        new RunId("20260203T235959Z-0123456789"),
        sequence);
  }

  @Test
  void its_path_follows_from_what_the_batch_is() {
    assertThat(key("deals", 12).path())
        .isEqualTo(
            "raw/acme/deals/v3/2026-02-03/20260203T235959Z-0123456789" + "/batch-000012.ndjson.gz");
  }

  @Test
  void paths_sort_by_sequence_and_do_not_end_at_a_million() {
    assertThat(key("deals", 9).path()).isLessThan(key("deals", 10).path());
    assertThat(key("deals", 1_000_000).path()).contains("batch-1000000.");
  }

  @Test
  void what_lies_beside_it_is_found_under_the_same_name() {
    assertThat(Keys.rejects(key("deals", 1), "ab12"))
        .isEqualTo(
            "rejected/acme/deals/v3/2026-02-03/20260203T235959Z-0123456789"
                + "/batch-000001-ab12.ndjson.gz");
    assertThat(Keys.journal(key("deals", 1), "ab12"))
        .isEqualTo(
            "index/acme/deals/v3/2026-02-03/20260203T235959Z-0123456789"
                + "/batch-000001-ab12.journal");
  }

  /** Engines that see such a part put its value in place of a record's own member. */
  @Test
  void no_part_has_the_form_of_a_column() {
    ResourceKey deals = ResourceKey.of("acme", "deals");
    assertThat(
            List.of(
                key("deals", 1).path(),
                Keys.rejects(key("deals", 1), "ab12"),
                Keys.journal(key("deals", 1), "ab12"),
                Keys.segment(deals, "ab12.fp2"),
                Keys.manifest(deals, "20260203T235959Z-0123456789")))
        .allSatisfy(key -> assertThat(key).doesNotContain("="));
  }
}
