package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client of Lev must do, by lines of the contract. */
class LevRunTest {
  private final Bench bench = Bench.lev(35);
  private final Lev lev = (Lev) bench.simulator;

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode run(String resource, String more) {
    return bench.drive(
        "{\"action\":\"sync\",\"resource\":\"" + resource + "\"" + more + "}", Bench.LONG);
  }

  private JsonNode completes(String resource) {
    JsonNode answer = run(resource, "");
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    return answer;
  }

  private void reconciles(String resource) {
    JsonNode answer = run(resource, ",\"mode\":\"reconcile\"");
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
  }

  private void holdsTheTruth(String resource) {
    assertThat(
            StandingRecords.of(bench, resource)
                .differences(new Subject(bench, resource).expected()))
        .isEmpty();
  }

  @Test
  void never_sorts_nor_counts_and_asks_for_no_more_than_a_page() {
    List.of("deals", "contacts", "companies", "placements", "lenders", "deal_notes")
        .forEach(this::completes);
    assertThat(lev.log().entries())
        .extracting(LogEntry::request)
        .allSatisfy(request -> {
          assertThat(request.query().has("sort")).isFalse();
          assertThat(request.query().has("offset")).isFalse();
          assertThat(request.path()).doesNotContain("/build");
        });
  }

  @Test
  void the_checkpoint_is_the_server_s_time_at_the_start_of_the_run() {
    Instant before = bench.clock.instant();
    JsonNode answer = completes("deals");
    assertThat(Instant.parse(answer.at("/checkpoint/watermark").asText()))
        .isBetween(before, before.plusSeconds(11));
    assertThat(bench.clock.instant()).isAfter(before.plusSeconds(30));
  }

  @Test
  void an_edit_behind_the_cursor_is_landed_by_the_next_run() {
    String passed = lev.collection("deals").ids().getFirst();
    lev.hooks()
        .beforeAnswer(
            "deals",
            Schedule.at(3),
            () -> lev.collection("deals").edit(passed, bench.clock.instant()));
    completes("deals");
    assertThat(bench.published("deals")).isNotEqualTo(bench.truth("deals"));
    completes("deals");
    holdsTheTruth("deals");
  }

  @Test
  void a_child_whose_edit_leaves_its_deal_alone_is_landed() {
    completes("deal_financials");
    String deal = lev.collection("deals").ids().get(4);
    Collection financials = lev.children(deal, "financials");
    financials.rewrite(financials.ids().getFirst());
    assertThat(completes("deal_financials").at("/tally/records").asInt()).isEqualTo(1);
    holdsTheTruth("deal_financials");
  }

  @Test
  void children_of_which_no_list_may_be_read_fail_the_run_until_the_scope_is_given() {
    for (int request = 1; request <= 35; request++) {
      lev.quirks()
          .add("deals/{id}/team", Schedule.at(request), new LevQuirk.Forbidden("deals:team:read"));
    }
    JsonNode answer = run("deal_team", "");
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("failed");
    assertThat(answer.path("reason").asText())
        .contains("deal_team: each of 35 parents (deals) answered 403", "scope or role");
    assertThat(StandingRecords.of(bench, "deal_team").lines()).isEmpty();
    completes("deal_team");
    holdsTheTruth("deal_team");
  }

  static Stream<PageQuirk> brokenPromises() {
    return Stream.of(
        new PageQuirk.RepeatedCursor(),
        new PageQuirk.NoNextCursor(PageQuirk.NoNextCursor.Form.NULL),
        new PageQuirk.NoNextCursor(PageQuirk.NoNextCursor.Form.EMPTY),
        new PageQuirk.NoNextCursor(PageQuirk.NoNextCursor.Form.ABSENT),
        new PageQuirk.MissingPagination());
  }

  @ParameterizedTest
  @MethodSource("brokenPromises")
  void more_without_a_way_to_it_fails_the_run_and_is_taken_up_again(PageQuirk quirk) {
    lev.quirks().add("deals", Schedule.at(2), quirk);
    JsonNode answer = run("deals", "");
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("failed");
    assertThat(lev.log().count()).isEqualTo(2);
    assertThat(bench.published("deals")).isEmpty();
    completes("deals");
    holdsTheTruth("deals");
  }

  @Nested
  class ADeletion {
    @Test
    void of_a_deal_is_an_archive_and_stays_listed() {
      completes("deals");
      lev.archive(lev.collection("deals").ids().get(3), bench.clock.instant());
      bench.clock.advance(Duration.ofMinutes(3));
      completes("deals");
      reconciles("deals");
      holdsTheTruth("deals");
      assertThat(bench.published("deals")).hasSize(35);
    }

    @Test
    void is_not_what_a_contact_suffers_that_is_listed_no_more() {
      completes("contacts");
      lev.disconnect(lev.collection("contacts").ids().get(3), bench.clock.instant());
      reconciles("contacts");
      assertThat(bench.published("contacts"))
          .hasSize(35)
          .anyMatch(contact -> contact.contains("\"is_connected\":false"));
    }

    @Test
    void is_not_what_a_lender_suffers_that_the_list_leaves_out_and_nothing_of_it_is_landed() {
      completes("lenders");
      Collection lenders = lev.collection("lenders/directory");
      List<String> before = List.copyOf(bench.published("lenders"));
      lenders.show(lenders.ids().getFirst(), Visibility.UNLISTED);
      reconciles("lenders");
      assertThat(lev.log().count("lenders/{id}")).isEqualTo(1);
      assertThat(bench.published("lenders")).containsExactlyElementsOf(before);
      assertThat(StandingRecords.of(bench, "lenders").lines()).hasSize(before.size());
    }

    @Test
    void of_a_note_is_found_by_a_reconcile() {
      completes("deal_notes");
      String deal =
          lev.collection("deals").ids().stream()
              .filter(id -> !lev.children(id, "notes").ids().isEmpty())
              .findFirst()
              .orElseThrow();
      lev.children(deal, "notes").delete(lev.children(deal, "notes").ids().getFirst());
      completes("deal_notes");
      assertThat(StandingRecords.of(bench, "deal_notes").records())
          .isNotEqualTo(new Subject(bench, "deal_notes").expected());
      reconciles("deal_notes");
      holdsTheTruth("deal_notes");
    }
  }
}
