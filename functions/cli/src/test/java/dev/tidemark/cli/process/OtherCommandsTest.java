package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.cli.Main;
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
        .contains("broke a page off")
        .contains("rejected a good cursor")
        .contains("let an access token end")
        .contains("during a walk")
        .contains("the API refused to select by time")
        .containsPattern("refresh lev contacts: \\d+ gone or hidden")
        .containsPattern("reconcile zendesk organizations +0 +[1-9]")
        .containsPattern("reconcile lev deal_notes +0 +1 ")
        .containsPattern("backfill askelephant engagements +\\d+")
        .contains(folder.resolve("d").toString())
        .doesNotContain("NOT PROVED", "NOT COMPLETED");
    assertThat(ran.out().lines()).hasSizeLessThanOrEqualTo(60);
    assertThat(ran.out().lines().filter(line -> line.contains("proof:"))).hasSize(2);
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
      assertThat(good.out())
          .contains("deals\n", "lenders\n", "deal_notes\n")
          .contains("0 are contradicted");

      lev.simulator().quirks().add("contacts", new LevQuirk.Forbidden("contacts:read"));
      Ran bad = check.with("contacts", "companies", "--json").run().exited(1);
      JsonNode contacts = bad.document("contacts");
      assertThat(contacts.path("schema").asInt()).isEqualTo(1);
      assertThat(contacts.path("good").asBoolean(true)).isFalse();
      JsonNode access = contacts.path("claims").path(0);
      assertThat(access.path("claim").asText()).isEqualTo("access");
      assertThat(access.path("verdict").asText()).isEqualTo("NO");
      assertThat(access.path("says").asText()).contains("403").contains("scope");
      assertThat(bad.document("companies").path("good").asBoolean()).isTrue();
      assertThat(bad.documents()).hasSize(2);
    }
  }

  @Test
  void a_command_that_is_made_alone_says_what_it_says_among_all() {
    Main.commandLine()
        .getSubcommands()
        .forEach((name, among) -> {
          String help = Tidemark.of(name, "--help").run().exited(0).out();
          assertThat(help).isEqualTo(among.getUsageMessage()).contains("tidemark " + name);
          assertThat(Main.commandLine(name).getSubcommands()).containsOnlyKeys(name);
        });
    assertThat(Tidemark.of("--version").run().exited(0).out()).startsWith("tidemark ");
    assertThat(Tidemark.of("--help").run().exited(0).out())
        .contains("sync", "pause", "certify", "sql");
    assertThat(Tidemark.of("snyc", "lev").run().exited(2).sentence()).contains("snyc");
  }

  /** Its module is not among what this one needs. */
  @Test
  void a_command_whose_module_is_not_there_says_what_builds_it() {
    assertThat(Tidemark.of("sql", "--home", "x", "SELECT 1").run().exited(2).sentence())
        .contains("the module of sql is not there: start it by the script ./tidemark");
  }

  @Test
  void no_command_at_all_prints_the_help() {
    Ran ran = Tidemark.of().run().exited(2);
    assertThat(ran.out()).contains("Usage: tidemark", "sync", "status").contains("Exit status:");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void a_slip_in_a_command_or_a_resource_is_answered_by_what_is_near() {
    assertThat(Tidemark.of("snyc", "lev").run().exited(2).sentence())
        .endsWith("; did you mean sync?");
    assertThat(Tidemark.of("status", "--wtach").run().exited(2).sentence())
        .endsWith("; did you mean --watch?");
    assertThat(Tidemark.of("pause", "lev", "deels").run().exited(2).sentence())
        .contains("lev has no resource \"deels\"; it has deals, contacts")
        .endsWith("; did you mean deals?");
  }

  @Test
  void a_completion_knows_every_command_and_its_options() {
    Ran bash = Tidemark.of("completion", "bash").run().exited(0);
    assertThat(bash.out()).contains("complete -F", "--late-after", "pause");
    assertThat(Tidemark.of("completion", "zsh").run().exited(0).out()).isNotEmpty();
    assertThat(Tidemark.of("completion", "fish").run().exited(0).out())
        .contains("complete -c tidemark -n __fish_use_subcommand -f -a pause")
        .contains("-n '__fish_seen_subcommand_from status' -l late-after -r");
    assertThat(Tidemark.of("completion", "tcsh").run().exited(2).sentence())
        .contains("bash, zsh or fish");
  }
}
