package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that cover less than everything, and what they leave to the next. */
final class BoundsTest {
  private static final int RECORDS = 200;
  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void a_trial_and_a_range_promote_nothing_and_bounds_are_refused_where_a_checkpoint_is() {
    Path home = folder.resolve("home");
    try (Api ask = Api.askElephant(DatasetPlan.of(31, RECORDS))) {
      Tidemark sync = ask.sync(home, "contacts", "--set", "pageSize=20");
      Lake lake = Lake.of(home, "askelephant");

      trial(sync.with("--max-records", 50).run().exited(0), lake);
      range(sync.with("--from", "2026-02-01", "--until", UNTIL).run().exited(0), ask, lake);
      Ran first = sync.run().exited(0);
      assertThat(first.text("contacts", "mode")).as("after a trial").isEqualTo("backfill");
      assertThat(first.count("contacts", "records")).isEqualTo(RECORDS);
      assertThat(lake.state("contacts")).isEqualTo(new TreeMap<>(ask.truth("contacts")));

      Ran refused = sync.with("--from", "1767225600").run().exited(2);
      assertThat(refused.sentence()).contains("contacts").contains("backfill");
      assertThat(refused.out()).isEmpty();

      Ran again = sync.with("--mode", "backfill").run().exited(0);
      assertThat(again.text("contacts", "mode")).isEqualTo("backfill");
      assertThat(again.count("contacts", "pages")).isGreaterThanOrEqualTo(RECORDS / 20);
      assertThat(lake.state("contacts")).isEqualTo(new TreeMap<>(ask.truth("contacts")));
    }
  }

  private static void trial(Ran ran, Lake lake) {
    assertThat(ran.count("contacts", "records")).isBetween(50L, 69L);
    assertThat(ran.document("contacts").path("checkpoint").isNull()).isTrue();
    JsonNode manifest = lake.manifests("contacts").getLast();
    assertThat(manifest.path("run")).isEqualTo(ran.document("contacts").path("run"));
    assertThat(manifest.path("checkpoint").isNull()).isTrue();
    assertThat(lake.published(manifest)).hasSize((int) ran.count("contacts", "records"));
  }

  private static void range(Ran ran, Api ask, Lake lake) {
    JsonNode manifest = lake.manifests("contacts").getLast();
    assertThat(manifest.path("bounds").path("from").asText()).isEqualTo(FROM.toString());
    assertThat(manifest.path("bounds").path("until").asText()).isEqualTo(UNTIL.toString());
    assertThat(ran.document("contacts").path("checkpoint").isNull()).isTrue();
    List<String> between =
        ask.collection("contacts").rows(BoundsTest::isBetween).stream().map(Row::id).toList();
    assertThat(between).hasSizeBetween(20, RECORDS - 20);
    assertThat(lake.published(manifest))
        .extracting(Line::id)
        .containsExactlyInAnyOrderElementsOf(between);
  }

  private static boolean isBetween(Row row) {
    Instant at = row.updatedAt();
    return at != null && !at.isBefore(FROM) && at.isBefore(UNTIL);
  }
}
