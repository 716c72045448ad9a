package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.cli.Main;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevQuirk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

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
    Map<String, CommandLine> all = new TreeMap<>(Main.commandLine().getSubcommands());
    assertThat(all.remove("help")).as("it needs all others").isNotNull();
    all.forEach((name, among) -> {
      String help = Tidemark.of(name, "--help").run().exited(0).out();
      assertThat(help).isEqualTo(among.getUsageMessage()).contains("tidemark " + name);
      assertThat(Main.commandLine(name).getSubcommands()).containsOnlyKeys(name);
    });
    assertThat(Tidemark.of("--version").run().exited(0).out()).startsWith("tidemark ");
    assertThat(Tidemark.of("--help").run().exited(0).out())
        .contains("sync", "pause", "certify", "sql");
    assertThat(Tidemark.of("help", "sync").run().exited(0).out())
        .isEqualTo(Tidemark.of("sync", "--help").run().exited(0).out());
    assertThat(Tidemark.of("version").run().exited(0).out())
        .isEqualTo(Tidemark.of("--version").run().exited(0).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "snyc lev | there is no command \"snyc\"; did you mean \"sync\"?",
        "frobnicate | there is no command \"frobnicate\"",
        "status --hom x | did you mean --home",
        "sync lev deal | did you mean \"deals\"? it has deals",
        "sync lev deel* | no resource is named like deel*; there is deals",
        "sync lev --exclude compnies | --exclude: there is no resource \"compnies\"; there is"
            + " deals",
        "sync lev deals --exclude deal* | --exclude leaves out every resource",
        "completion tcsh | there is no script for tcsh; there are bash, zsh and fish"
      })
  void a_slip_is_answered_with_what_was_meant(String line, String says) {
    Tidemark command = Tidemark.of(line.split(" "));
    boolean keyed = line.startsWith("sync");
    assertThat((keyed ? command.credential("key", "key") : command).run().exited(2).sentence())
        .contains(says);
  }

  @Test
  void resources_are_named_by_lists_and_patterns_and_left_out() {
    try (Api lev = Api.lev(DatasetPlan.of(61, 30))) {
      Tidemark check = lev.command("check", "lev").with("deal_t*,contacts", "contacts", "--json");
      assertThat(check.run().exited(0).documents())
          .extracting(one -> one.path("resource").asText())
          .containsExactlyInAnyOrder("deal_team", "deal_term_sheets", "contacts");
      Path home = folder.resolve("home");
      Tidemark sync = lev.command("sync", "lev").with("c*", "--exclude", "companies,deals");
      Ran ran = sync.with("--json", "--home", home).run().exited(0);
      assertThat(ran.documents())
          .extracting(one -> one.path("resource").asText())
          .containsExactly("contacts");
      assertThat(Tidemark.of("runs", "c*,c*", "--home", home.toString()).run().exited(0).out())
          .containsOnlyOnce("contacts");
    }
  }

  @Test
  void shells_complete_every_command_and_option() {
    String bash = Tidemark.of("completion", "bash").run().exited(0).out();
    String fish = Tidemark.of("completion", "fish").run().exited(0).out();
    assertThat(Tidemark.of("completion", "zsh").run().exited(0).out()).isEqualTo(bash);
    Main.commandLine()
        .getSubcommands()
        .forEach((name, command) -> {
          assertThat(bash).contains(name);
          assertThat(fish).contains("'__fish_use_subcommand' -f -a " + name + " ");
          for (OptionSpec option : command.getCommandSpec().options()) {
            assertThat(bash).contains(option.longestName());
            assertThat(fish).contains("-l " + option.longestName().substring(2));
          }
        });
    assertThat(fish.lines()).allMatch(line -> line.matches("complete -c tidemark -n '[^']+' .*"));
  }

  /** Its module is not among what this one needs. */
  @Test
  void a_command_whose_module_is_not_there_says_what_builds_it() {
    assertThat(Tidemark.of("sql", "--home", "x", "SELECT 1").run().exited(2).sentence())
        .contains("the module of sql is not there: start it by the script ./tidemark");
  }

  @Test
  void no_command_at_all_shows_what_there_is() {
    assertThat(Tidemark.of().run().exited(0).out())
        .isEqualTo(Tidemark.of("--help").run().exited(0).out());
  }
}
