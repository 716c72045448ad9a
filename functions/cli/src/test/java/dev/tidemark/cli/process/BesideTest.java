package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevQuirk;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What goes beside a resource's own runs, and what a person is told of it. */
@Execution(ExecutionMode.CONCURRENT)
final class BesideTest {
  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  void a_refresh_says_what_it_did_not_find_and_a_reconcile_deletes_it() {
    try (Api lev = Api.lev(DatasetPlan.of(71, 40))) {
      lev.sync(home(), "deals").run().exited(0);
      Collection deals = lev.collection("deals");
      List<String> ids = deals.ids();
      String changed = ids.get(3);
      String gone = ids.get(5);
      deals.rewrite(changed);
      deals.delete(gone);

      Tidemark refresh =
          lev.command("refresh", "lev", "deals", changed, gone, "--home", home()).in(home());
      Ran told = refresh.run().exited(0);
      assertThat(told.out()).containsPattern("deals +completed +1 ").contains("hidden: " + gone);
      assertThat(refresh.with("--json").run().exited(0).document("deals").path("absent"))
          .hasSize(1)
          .allMatch(id -> id.asText().equals(gone));

      Ran reconciled = lev.sync(home(), "deals", "--mode", "reconcile").run().exited(0);
      assertThat(reconciled.count("deals", "deletes")).isEqualTo(1);
      assertThat(reconciled.text("deals", "mode")).isEqualTo("reconcile");
      assertThat(Lake.of(home(), "lev").state("deals"))
          .isEqualTo(new TreeMap<>(lev.truth("deals")));
    }
  }

  @Test
  void a_filter_that_is_not_heeded_is_said_in_a_line_and_new_fields_need_a_new_schema() {
    try (Api lev = Api.lev(DatasetPlan.of(72, 40))) {
      lev.sync(home(), "deals").run().exited(0);
      LevQuirk.UpdatedAtFilter.Reaction refused = LevQuirk.UpdatedAtFilter.Reaction.REFUSED;
      lev.simulator().quirks().add("deals", new LevQuirk.UpdatedAtFilter(refused));
      Tidemark table = lev.command("sync", "lev", "deals", "--home", home()).in(home());
      assertThat(table.run().exited(0).out())
          .contains("the API refused the lower bound")
          .contains("the data are right");
      assertThat(lev.sync(home(), "deals").run().exited(0).text("deals", "filter"))
          .isEqualTo("refused");

      Ran failed = table.with("--set", "fields=title").run().exited(1);
      assertThat(failed.out()).containsPattern("deals +failed ").contains("schema");
    }
  }

  @Test
  void a_range_lands_beside_the_resources_own_runs() {
    try (Api ask = Api.askElephant(DatasetPlan.of(73, 60))) {
      ask.sync(home(), "tags").run().exited(0);
      Ran range =
          ask.command("backfill", "askelephant", "tags", "--from", "2026-02-01")
              .with("--until", "2026-04-01", "--home", home(), "--json")
              .in(home())
              .run()
              .exited(0);
      assertThat(range.text("tags", "mode")).isEqualTo("backfill");
      assertThat(range.count("tags", "records")).isBetween(1L, 59L);
      assertThat(range.document("tags").path("checkpoint").isNull()).isTrue();
      assertThat(Lake.of(home(), "askelephant").state("tags"))
          .isEqualTo(new TreeMap<>(ask.truth("tags")));
    }
  }
}
