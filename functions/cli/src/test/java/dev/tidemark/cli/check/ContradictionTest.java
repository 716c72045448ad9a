package dev.tidemark.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter.Reaction;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An API that does not do what its definition says is told so, claim by claim. */
final class ContradictionTest {
  private final Lev lev = Lev.start(DatasetPlan.of(6, 60).withBurst(2));
  private final AskElephant ask = AskElephant.start(DatasetPlan.of(6, 60).withBurst(2));
  private final Checked ofLev = Checked.builtIn("lev", lev, Lev.API_KEY);
  private final Checked ofAsk = Checked.builtIn("askelephant", ask, AskElephant.API_KEY);

  @AfterEach
  void close() {
    lev.close();
    ask.close();
  }

  @Test
  void a_list_that_comes_newest_first_does_not_ascend() {
    Checked unordered = ofAsk.but("    order_by: updated_at:asc\n", "    expand: owner\n");
    no(
        unordered.but("  parameters:\n    expand: owner\n", "").claim("contacts", "order"),
        "came after",
        "newest first",
        "parameters");
  }

  @Test
  void a_list_by_time_does_not_ascend_by_id() {
    Checked byId =
        ofAsk
            .but("  order: watermark-ascending\n", "  order: id\n")
            .but("  promote: max-seen\n", "  promote: run-start\n");
    no(byId.claim("contacts", "order"), "neither ascend nor descend", "unordered");
  }

  @Test
  void an_account_that_is_told_elsewhere_contradicts() {
    String path = "account: {path: /api/external/v2/deals/7001, id: data.%s}\ntiers:";
    DefinitionClaim told =
        ofLev.but("tiers:", path.formatted("owner_account_id")).claim("deals", "account");
    assertThat(told.verdict()).isEqualTo(Verdict.OK);
    assertThat(told.says()).contains("a connection is kept to http://127.0.0.1:", "(account 56)");
    no(
        ofLev.but("tiers:", path.formatted("account")).claim("deals", "account"),
        "holds no id of an account at data.account",
        "correct account.id in the definition");
  }

  @Test
  void a_filter_that_is_ignored_contradicts_unless_it_is_optional() {
    lev.quirks().add("deals", new LevQuirk.UpdatedAtFilter(Reaction.IGNORED));
    Checked claimed =
        ofLev.but("filter: {from: \"filter[updated_at][gte]\", optional: true}", FILTER);
    no(claimed.claim("deals", "bound"), "is ignored", "older than", "leave the filter out");
    DefinitionClaim optional = ofLev.claim("deals", "bound");
    assertThat(optional.verdict()).isEqualTo(Verdict.OK);
    assertThat(optional.says()).contains("is ignored").contains("runs walk everything");
  }

  @Test
  void a_filter_that_is_refused_contradicts_unless_it_is_optional() {
    lev.quirks().add("deals", new LevQuirk.UpdatedAtFilter(Reaction.REFUSED));
    Checked claimed =
        ofLev.but("filter: {from: \"filter[updated_at][gte]\", optional: true}", FILTER);
    no(claimed.claim("deals", "bound"), "is refused", "422");
    assertThat(ofLev.claim("deals", "bound").verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void a_bound_that_leaves_out_what_is_exactly_at_it_is_no_gte() {
    Checked exclusive = ofAsk.but("filter[updated_at][gte]", "filter[updated_at][gt]");
    no(exclusive.claim("tags", "bound"), "left out", "bound: gt");
    Checked declared =
        exclusive.but("\"filter[updated_at][gt]\",", "\"filter[updated_at][gt]\", bound: gt,");
    assertThat(declared.claim("tags", "bound").verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void a_cursor_that_comes_again_would_never_end() {
    lev.quirks().add("contacts", Schedule.at(2), new PageQuirk.RepeatedCursor());
    no(ofLev.claim("contacts", "paging"), "names itself", "pagination's next");
  }

  @Test
  void a_cursor_that_the_api_refuses() {
    lev.quirks().add("contacts", Schedule.at(2), new LevQuirk.CursorRejected());
    no(ofLev.claim("contacts", "paging"), "later page is refused", "Invalid cursor");
  }

  @Test
  void a_page_that_is_larger_than_asked_for_and_the_same_again() {
    String records =
        IntStream.range(0, 30).mapToObj(i -> "{\"id\":" + i + "}").collect(Collectors.joining(","));
    String page =
        "{\"data\":[" + records + "],\"pagination\":{\"has_more\":true,\"next_cursor\":\"x\"}}";
    lev.quirks().add("companies", new ReplyQuirk.Canned(200, "application/json", page));
    no(ofLev.claim("companies", "page size"), "asked for 20, got 30", "not heeded");
    no(ofLev.claim("companies", "paging"), "shows the one before once more");
    no(ofLev.claim("companies", "watermark"), "no record has updated_at", "format");
    no(ofLev.claim("companies", "version"), "by which newer wins");
  }

  @Test
  void a_record_that_is_listed_and_not_found() {
    lev.quirks().add("deals/{id}", new LevQuirk.HiddenAsNotFound());
    no(ofLev.claim("deals", "single"), "no such record", "reconcile");
  }

  @Test
  void a_credential_that_may_not_read() {
    lev.quirks().add("placements", new LevQuirk.Forbidden("placements:read"));
    ResourceCheck check = ofLev.resource("placements");
    no(check.claims().getFirst(), "403", "scope", "request id");
    assertThat(check.claims()).hasSize(1);
    assertThat(check.requests()).isEqualTo(1);
  }

  @Test
  void an_id_that_several_records_share() {
    Checked wrong = ofAsk.but("  id: id\n", "  id: object\n");
    no(wrong.claim("contacts", "id"), "tells records apart");
  }

  private static final String FILTER = "filter: {from: \"filter[updated_at][gte]\"}";

  private static void no(DefinitionClaim claim, String... says) {
    assertThat(claim.verdict()).as(claim.says()).isEqualTo(Verdict.NO);
    assertThat(claim.says()).contains(says).doesNotContain("\n");
  }
}
