package dev.tidemark.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.zendesk.Zendesk;
import dev.tidemark.simulators.zendesk.ZendeskQuirk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the check says of the built-in sources where their APIs do what the contracts say. */
final class HonestApiTest {
  private static final DatasetPlan PLAN = DatasetPlan.of(5, 60).withBurst(3);

  @Test
  void every_claim_about_askelephant_holds() {
    try (AskElephant ask = AskElephant.start(PLAN)) {
      Checked checked = Checked.builtIn("askelephant", ask, AskElephant.API_KEY);
      for (ResourceCheck check : all("askelephant", checked, ask)) {
        assertThat(check.claims())
            .as(check.resource())
            .allMatch(claim -> claim.verdict() == Verdict.OK)
            .extracting(DefinitionClaim::name)
            .containsExactly(
                "access",
                "records",
                "id",
                "watermark",
                "version",
                "edits",
                "paging",
                "page size",
                "order",
                "bound",
                "bound+page",
                "single",
                "missing");
      }
    }
  }

  @Test
  void nothing_about_lev_is_contradicted_and_its_lists_without_a_filter_claim_no_bound() {
    try (Lev lev = Lev.start(PLAN)) {
      Checked checked = Checked.builtIn("lev", lev, Lev.API_KEY);
      for (ResourceCheck check : all("lev", checked, lev)) {
        assertThat(check.contradictions()).as(check.lines()).isZero();
        assertThat(check.lines().contains("bound")).isEqualTo(check.resource().equals("deals"));
      }
      DefinitionClaim single = checked.claim("lenders", "single");
      assertThat(single.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(single.says()).contains("other bytes");
    }
  }

  @Test
  void nothing_about_zendesk_is_contradicted_and_a_limit_that_is_reached_is_said() {
    try (Zendesk zendesk = Zendesk.start(PLAN)) {
      zendesk.quirks().add(Planned.ANY, new ZendeskQuirk.Exclusion(Duration.ZERO));
      String credential =
          "{\"email\":\"%s\",\"apiToken\":\"%s\"}".formatted(Zendesk.EMAIL, Zendesk.API_TOKEN);
      Checked checked = Checked.builtIn("zendesk", zendesk, credential);
      for (ResourceCheck check : all("zendesk", checked, zendesk)) {
        assertThat(check.contradictions()).as(check.lines()).isZero();
      }
      ResourceCheck paced = checked.with(Map.of("rate", "1")).resource("tickets");
      assertThat(paced.contradictions()).isZero();
      assertThat(paced.lines()).contains("? ").contains("leave no request until");
      assertThat(paced.requests()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void a_server_that_stumbles_contradicts_nothing_and_one_that_stays_down_is_named() {
    try (Lev lev = Lev.start(PLAN)) {
      lev.quirks().add("deals", Schedule.at(1), new ReplyQuirk.Canned(503, "text/plain", "busy"));
      lev.quirks().add("deals", Schedule.at(3), new ReplyQuirk.Canned(500, "text/plain", "oops"));
      ResourceCheck stumbled = Checked.builtIn("lev", lev, Lev.API_KEY).resource("deals");
      assertThat(stumbled.contradictions()).as(stumbled.lines()).isZero();
      assertThat(stumbled.lines()).contains("ok  access").doesNotContain("oops", "busy");
      lev.quirks().add("contacts", new ReplyQuirk.Canned(500, "text/plain", "gone fishing"));
      ResourceCheck down = Checked.builtIn("lev", lev, Lev.API_KEY).resource("contacts");
      assertThat(down.lines()).contains("NO  access", "gone fishing");
      assertThat(down.requests()).isEqualTo(4);
    }
  }

  private static List<ResourceCheck> all(String source, Checked checked, Simulator api) {
    List<ResourceCheck> checks = new ArrayList<>();
    for (String resource : Sources.builtIn(source).runnable()) {
      long before = api.log().count();
      ResourceCheck check = checked.resource(resource);
      assertThat(api.log().count() - before)
          .as(resource)
          .isEqualTo(check.requests())
          .isLessThanOrEqualTo(7);
      checks.add(check);
    }
    return checks;
  }
}
