package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A sandbox, then production, in one home; and names that are not there. */
@Execution(ExecutionMode.CONCURRENT)
final class ConnectionTest {
  @TempDir private Path folder;

  private Tidemark verb(Path home, String... words) {
    return Tidemark.of(words).with("--home", home);
  }

  @Test
  void a_connection_belongs_to_the_api_that_it_was_synced_from() {
    Path home = folder.resolve("home");
    try (Api sandbox = Api.lev(DatasetPlan.of(5, 60));
        Api live = Api.lev(DatasetPlan.of(7, 24))) {
      sandbox.sync(home, "deals").run().exited(0);
      String url = sandbox.simulator().baseUri().toString();

      Ran refused = live.sync(home, "deals").run().exited(1);
      assertThat(refused.text("deals", "outcome")).isEqualTo("failed");
      assertThat(refused.text("deals", "reason"))
          .contains("connection lev belongs to " + url + ", not to " + live.simulator().baseUri())
          .contains("name another with --connection, or rebind");
      assertThat(refused.document("deals").path("checkpoint").path("watermark").isTextual())
          .isTrue();
      assertThat(live.simulator().log().entries()).isEmpty();
      assertThat(live.sync(home, "deals").with("--mode", "reconcile").run().exited(1).out())
          .contains("belongs to " + url);
      assertThat(Lake.of(home, "lev").state("deals")).hasSize(60);

      live.sync(home, "deals").with("--connection", "live").run().exited(0);
      assertThat(Lake.of(home, "live").state("deals")).hasSize(24);

      Ran rebound =
          verb(home, "rebind", "lev", "--base-url", live.simulator().baseUri().toString())
              .run()
              .exited(0);
      assertThat(rebound.out())
          .contains("connection lev belonged to " + url + " and now belongs to")
          .contains("checkpoints are forgotten, the next run reads everything: deals");
      live.sync(home, "deals").run().exited(0);
      assertThat(Lake.of(home, "lev").state("deals").keySet())
          .containsAll(live.truth("deals").keySet());
      assertThat(sandbox.sync(home, "deals").run().exited(1).text("deals", "reason"))
          .contains("belongs to");
    }
  }

  @Test
  void a_name_that_is_not_there_is_refused_with_those_that_are() {
    Path home = folder.resolve("home");
    try (Api lev = Api.lev(DatasetPlan.of(5, 10))) {
      lev.sync(home, "deals").run().exited(0);
      lev.sync(home, "contacts").with("--connection", "acme").run().exited(0);
    }
    for (String verb : new String[] {"pause", "resume", "cancel", "reset"}) {
      refused(home, "acme, lev", verb, "lev", "deals", "--connection", "nope");
      refused(home, "deals, contacts", verb, "lev", "nope");
      refused(home, "acme, lev", verb, "zendesk", "tickets");
    }
    refused(home, "acme, lev", "rebind", "lev", "--connection", "nope");
    for (String verb : new String[] {"status", "runs", "cost"}) {
      refused(home, "acme, lev", verb, "--connection", "nope");
      refused(home, "acme, lev", verb, "nope");
      refused(home, "acme, lev", verb, "zendesk");
      refused(home, "deals, contacts", verb, "lev", "nope");
      refused(home, "deals", verb, "acme", "nope");
    }
    refused(home, "deals", "status", "lev", "deals#range-1");
    assertThat(verb(home, "status", "--json").run().exited(0).documents())
        .extracting(one -> one.path("connection").asText() + " " + one.path("resource").asText())
        .containsExactly("acme contacts", "lev deals");
  }

  private void refused(Path home, String lists, String... words) {
    Ran ran = verb(home, words).run().exited(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.sentence()).contains(lists);
  }

  @Test
  void every_verb_takes_a_source_then_resources() {
    Path home = folder.resolve("home");
    try (Api lev = Api.lev(DatasetPlan.of(5, 10))) {
      lev.sync(home, "deals", "contacts").run().exited(0);
      lev.sync(home, "deals").with("--connection", "acme").run().exited(0);
    }
    assertThat(resources(verb(home, "status", "lev"))).containsExactly("contacts", "deals");
    assertThat(resources(verb(home, "status", "lev", "deals"))).containsExactly("deals");
    assertThat(resources(verb(home, "status", "lev", "--connection", "acme")))
        .containsExactly("deals");
    assertThat(resources(verb(home, "status", "acme"))).containsExactly("deals");
    assertThat(resources(verb(home, "runs", "lev", "contacts"))).containsExactly("contacts");
    assertThat(resources(verb(home, "runs", "deals"))).containsExactly("deals", "deals");
    assertThat(resources(verb(home, "runs", "lev", "companies"))).isEmpty();
    assertThat(verb(home, "cost", "lev", "deals").run().exited(0).out())
        .contains("lev deals")
        .doesNotContain("contacts", "acme");
    assertThat(resources(verb(home, "pause", "lev"))).containsExactly("contacts", "deals");
    assertThat(resources(verb(home, "resume", "lev", "--connection", "acme")))
        .containsExactly("deals");
  }

  @Test
  void resources_are_named_by_lists_patterns_and_what_is_left_out() {
    Path home = folder.resolve("home");
    try (Api lev = Api.lev(DatasetPlan.of(5, 10))) {
      lev.sync(home, "deals,contacts").run().exited(0);
      Ran notes = lev.sync(home, "deal_*", "--exclude", "deal_team,deal_f*").run().exited(0);
      assertThat(notes.documents())
          .extracting(one -> one.path("resource").asText())
          .containsExactlyInAnyOrder("deal_properties", "deal_notes", "deal_term_sheets");
      assertThat(lev.sync(home, "x*").run().exited(2).sentence())
          .contains("no resource is named like x*; there is deals, contacts");
    }
    assertThat(resources(verb(home, "status", "lev", "deals,contacts")))
        .containsExactly("contacts", "deals");
    assertThat(resources(verb(home, "runs", "lev", "deal_n*"))).containsExactly("deal_notes");
  }

  private static Iterable<String> resources(Tidemark command) {
    return command.with("--json").run().exited(0).documents().stream()
        .map((JsonNode one) -> one.path("resource").asText())
        .toList();
  }

  @Test
  void an_option_about_this_machine_is_refused_beside_a_stack() {
    String[][] options = {
      {"--base-url", "https://api.lev.com", "BaseUrl"},
      {"--credential", "file", "secret"},
      {"--home", "folder", "its own state"},
      {"--budget", "5s", "timeout"},
      {"--max-legs", "1", "pause"},
      {"--patience", "5s", "Patience"}
    };
    for (String[] one : options) {
      Ran ran =
          Tidemark.of("sync", "lev", "deals", "--stack", "none", one[0], one[1]).run().exited(2);
      assertThat(ran.sentence()).contains(one[0] + " does not apply with --stack", one[2]);
    }
    assertThat(
            Tidemark.of("sync", "lev", "--stack", "none", "--no-wait").run().exited(2).sentence())
        .contains("--no-wait does not apply with --stack");
    assertThat(
            Tidemark.of("pause", "lev", "deals", "--stack", "none", "--home", "x")
                .run()
                .exited(2)
                .sentence())
        .contains("--home does not apply with --stack");
    assertThat(
            Tidemark.of("rebind", "lev", "--stack", "none", "--base-url", "https://a.example")
                .run()
                .exited(2)
                .sentence())
        .contains("--base-url does not apply with --stack");
    assertThat(
            Tidemark.of("sync", "lev", "--stack", "none", "--set", "tier=gold")
                .run()
                .exited(2)
                .sentence())
        .contains("setting tier: \"gold\" is none of");
  }
}
