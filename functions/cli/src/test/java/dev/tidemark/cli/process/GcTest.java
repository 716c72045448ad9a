package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is left of runs that were never published. */
@Execution(ExecutionMode.CONCURRENT)
final class GcTest {
  private static final String OLD = "20200101T000000Z-0123456789";
  private static final String NOTHING = "{\"source\":\"lev\",\"resources\":[]}";

  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private Path planted(String kind, String run) throws IOException {
    Path file =
        home()
            .resolve("s3/tidemark/" + kind + "/lev/deals/v1/2020-01-01/" + run)
            .resolve("batch-000001.ndjson.gz");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "left over");
  }

  @Test
  void is_shown_and_removed_only_when_that_is_asked_for() throws IOException {
    try (Api lev = Api.lev(DatasetPlan.of(41, 40))) {
      lev.sync(home(), "deals").run().exited(0);
      lev.sync(home(), "contacts").credential("revoked", "revoked").run().exited(1);
    }
    String before = export();
    List<Path> old = List.of(planted("raw", OLD), planted("rejected", OLD), planted("index", OLD));
    Path young =
        planted(
            "raw",
            Lake.of(home(), "lev")
                .manifests("deals")
                .getFirst()
                .path("run")
                .asText()
                .replaceAll(".{10}$", "zzzzzzzzzz"));
    Path foreign = home().resolve("s3/tidemark/legs/lev/deals/mine/note.txt");
    Files.createDirectories(foreign.getParent());
    Files.writeString(foreign, "no leg");
    Tidemark gc = Tidemark.of("gc", "--home", home().toString());
    assertThat(gc.run().exited(0).out())
        .containsPattern("lev +deals +" + OLD + " +3")
        .contains("nothing was removed; to remove them: --delete");
    assertThat(old).allSatisfy(file -> assertThat(file).exists());
    JsonNode json = gc.with("--delete", "--json").run().exited(0).document("deals");
    assertThat(json.path("objects").asInt()).isEqualTo(3);
    assertThat(json.path("removed").asBoolean()).isTrue();
    assertThat(old).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(List.of(young, foreign)).allSatisfy(file -> assertThat(file).exists());
    assertThat(gc.run().exited(0).out()).contains("there is nothing to remove");
    assertThat(export()).isEqualTo(before);
  }

  private String export() {
    return Tidemark.of("export", "lev", "deals", "--home", home().toString()).run().exited(0).out();
  }

  @Test
  void of_a_stack_as_of_a_home_unless_its_functions_do_not_say_what_they_hold() throws IOException {
    Path old = planted("raw", OLD);
    try (DescribedStack stack = DescribedStack.over(home(), "deals=f", NOTHING)) {
      Tidemark gc = Tidemark.of("gc", "--stack", "s");
      assertThat(gc.start(stack.environment()).end().exited(0).out()).contains(OLD);
      assertThat(old).exists();
      gc.with("--delete").start(stack.environment()).end().exited(0);
      assertThat(old).doesNotExist();
    }
    planted("raw", OLD);
    String earlier =
        "{\"resources\":[{\"resource\":\"deals\",\"phase\":\"failed\",\"run\":\"r\"}]}";
    try (DescribedStack stack = DescribedStack.over(home(), "deals=f", earlier)) {
      assertThat(
              Tidemark.of("gc", "--stack", "s", "--delete")
                  .start(stack.environment())
                  .end()
                  .exited(2)
                  .sentence())
          .contains("nothing was removed", "deploy it again");
      assertThat(old).exists();
    }
  }
}
