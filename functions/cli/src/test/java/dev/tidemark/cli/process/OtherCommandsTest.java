package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevQuirk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The commands that land nothing, and the demonstration. */
@Execution(ExecutionMode.CONCURRENT)
final class OtherCommandsTest {
  @TempDir private Path folder;

  @Test
  void the_demonstration_proves_the_lake_after_all_that_it_does_to_itself() {
    Ran ran =
        Tidemark.of("demo", "--records", "200").with("--home", folder.resolve("d")).run().exited(0);
    assertThat(ran.out())
        .contains("proof: lake = truth")
        .contains("killed an invocation")
        .contains("delivered a continuation twice")
        .contains("lost a continuation")
        .contains("429")
        .contains(folder.resolve("d").toString())
        .doesNotContain("NOT PROVED");
  }

  @Test
  void sources_lists_every_source_with_its_resources() {
    Ran ran = Tidemark.of("sources").run().exited(0);
    assertThat(ran.out())
        .contains("lev")
        .contains("askelephant")
        .contains("deals")
        .contains("tags");
  }

  @Test
  void explain_says_what_is_asked_and_what_it_guarantees() {
    Ran ran = Tidemark.of("explain", "lev").run().exited(0);
    assertThat(ran.out())
        .contains("deals")
        .contains("/api/external/v2/deals")
        .contains("checkpoint");
  }

  @Test
  void schema_prints_a_json_schema() {
    Ran ran = Tidemark.of("schema").run().exited(0);
    JsonNode schema = ran.withoutLineBreaks().documents().getFirst();
    assertThat(schema.path("$schema").asText()).startsWith("https://json-schema.org/");
    assertThat(schema.path("properties").has("resources")).isTrue();
  }

  @Test
  void check_is_content_with_a_good_api_and_says_what_a_bad_one_refuses() throws IOException {
    try (Api lev = Api.lev(DatasetPlan.of(61, 30))) {
      Path key = Files.writeString(folder.resolve("key"), lev.secret() + "\n");
      Tidemark check = lev.command("check", "lev");
      Ran good = check.with("--credential", key).credential(null, lev.secret()).run().exited(0);
      assertThat(good.out()).contains("deals").contains("lenders");
      assertThat(lev.simulator().log().count()).as("one page per resource").isEqualTo(5);

      lev.simulator().quirks().add("contacts", new LevQuirk.Forbidden("contacts:read"));
      Ran bad = check.run().exited(1);
      assertThat(bad.out()).contains("contacts").contains("403").contains("scope");
    }
  }

  @Test
  void no_command_at_all_is_one_sentence_too() {
    assertThat(Tidemark.of().run().exited(2).sentence()).contains("command");
  }
}
