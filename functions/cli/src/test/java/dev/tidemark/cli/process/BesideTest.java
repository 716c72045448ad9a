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
  void a_refresh_a_reconcile_and_a_range_leave_the_lake_as_the_api_is() {
    try (Api lev = Api.lev(DatasetPlan.of(71, 40))) {
      lev.sync(home(), "deals").run().exited(0);
      Collection deals = lev.collection("deals");
      List<String> ids = deals.ids();
      String gone = ids.get(5);
      deals.rewrite(ids.get(3));
      deals.delete(gone);

      Ran told = beside(lev, "refresh", "lev", "deals", ids.get(3), gone).run().exited(0);
      assertThat(told.count("deals", "records")).isEqualTo(1);
      assertThat(told.document("deals").path("absent"))
          .hasSize(1)
          .allMatch(id -> id.asText().equals(gone));

      Ran reconciled = lev.sync(home(), "deals", "--mode", "reconcile").run().exited(0);
      assertThat(reconciled.count("deals", "deletes")).isEqualTo(1);
      assertThat(reconciled.text("deals", "mode")).isEqualTo("reconcile");

      Ran range =
          beside(lev, "backfill", "lev", "deals", "--from", "2026-02-01", "--until", "2026-05-01")
              .run()
              .exited(0);
      assertThat(range.text("deals", "mode")).isEqualTo("backfill");
      assertThat(range.count("deals", "records")).isBetween(1L, 38L);
      assertThat(range.document("deals").path("checkpoint").isNull()).isTrue();
      assertThat(Lake.of(home(), "lev").state("deals"))
          .isEqualTo(new TreeMap<>(lev.truth("deals")));
    }
  }

  private Tidemark beside(Api api, String verb, Object... words) {
    return api.command(verb, words).with("--home", home(), "--json").in(home());
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

      Ran failed = table.with("--set", "fields=title").run().exited(1);
      assertThat(failed.out()).containsPattern("deals +failed ").contains("schema");
    }
  }
}
