package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a stack's bucket is what is read of a home that holds the same objects. */
final class StackExportTest {
  @Test
  void a_bucket_is_exported_and_shown_as_a_home_is(@TempDir Path folder) throws IOException {
    Path home = folder.resolve("home");
    String id;
    try (Api lev = Api.lev(DatasetPlan.of(74, 60).withNastyShare(0.2))) {
      lev.sync(home, "deals").run().exited(0);
      Collection deals = lev.collection("deals");
      id = deals.ids().get(3);
      deals.rewrite(id);
      deals.delete(deals.ids().get(5));
      lev.sync(home, "deals", "--mode", "reconcile").run().exited(0);
    }
    try (DescribedStack stack = DescribedStack.over(home, "deals=f contacts=g")) {
      for (List<String> words :
          List.of(
              List.of("export", "lev", "deals"),
              List.of("export", "lev", "deals", "--format", "csv"),
              List.of("head", "lev", "deals", id, "--json"))) {
        Tidemark command = Tidemark.of(words.toArray(String[]::new));
        Ran here = command.with("--home", home).start().end().exited(0);
        Ran there = command.with("--stack", "s").start(stack.environment()).end().exited(0);
        assertThat(there.out()).isEqualTo(here.out()).isNotEmpty();
        assertThat(there.err()).isEqualTo(here.err());
      }
      Path parquet = folder.resolve("deals.parquet");
      Path same = folder.resolve("same.parquet");
      Tidemark export = Tidemark.of("export", "lev", "deals", "--format", "parquet", "--out");
      export.with(parquet, "--home", home).start().end().exited(0);
      export.with(same, "--stack", "s").start(stack.environment()).end().exited(0);
      assertThat(Files.readAllBytes(same)).isEqualTo(Files.readAllBytes(parquet));
      assertThat(
              Tidemark.of("export", "lev", "contacts", "--stack", "s")
                  .start(stack.environment())
                  .end()
                  .exited(2)
                  .sentence())
          .contains("nothing of lev contacts is published yet; of deals there is");
    }
  }
}
