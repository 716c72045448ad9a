package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.zendesk.Zendesk;
import dev.tidemark.simulators.zendesk.ZendeskQuirk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Zendesk's exports do that a careless client loses records by; by lines of the contract. */
class ZendeskRunTest {
  private static final int PAGE = 10;

  private final Bench desk = Bench.zendesk(35);
  private final Zendesk zendesk = (Zendesk) desk.simulator;

  @AfterEach
  void close() {
    desk.close();
  }

  private static JsonNode run(Bench bench, String resource) {
    return bench.drive("{\"action\":\"sync\",\"resource\":\"" + resource + "\"}", Bench.LONG);
  }

  private JsonNode completes(String resource) {
    JsonNode answer = run(desk, resource);
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    return answer;
  }

  private void holdsTheTruth(String resource) {
    assertThat(
            StandingRecords.of(desk, resource).differences(new Subject(desk, resource).expected()))
        .isEmpty();
    assertThat(StandingRecords.of(desk, resource).records(_ -> true)).doesNotHaveDuplicates();
  }

  private void later() {
    desk.clock.advance(Duration.ofMinutes(3));
  }

  private String bookmark(JsonNode answer) {
    return answer.at("/checkpoint/cursor").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tickets", "ticket_events", "organizations"})
  void the_last_minute_is_landed_when_it_is_shown_and_not_passed_by(String resource) {
    completes(resource);
    zendesk.collection(resource).insert(desk.clock.instant());
    assertThat(completes(resource).at("/tally/records").asInt()).isZero();
    later();
    assertThat(completes(resource).at("/tally/records").asInt()).isEqualTo(1);
    holdsTheTruth(resource);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Use a start_time older than 5 minutes", "Use a start_time older than 1 minute"})
  void a_start_that_is_too_recent_is_nothing_new_and_loses_nothing(String wording) {
    JsonNode first = completes("organizations");
    later();
    zendesk.collection("organizations").insert(desk.clock.instant());
    desk.simulator
        .quirks()
        .add(
            "organizations",
            Schedule.next(1),
            new ReplyQuirk.Canned(
                422,
                "application/json",
                "{\"error\":\"InvalidValue\",\"description\":\"Too recent start_time. "
                    + wording
                    + "\"}"));
    assertThat(completes("organizations").at("/checkpoint/watermark"))
        .isEqualTo(first.at("/checkpoint/watermark"));
    later();
    completes("organizations");
    holdsTheTruth("organizations");
  }

  @Nested
  class ACursorWalk {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void that_begins_with_nothing_and_no_cursor_begins_anew(boolean absent) {
      zendesk.quirks().add("tickets", Schedule.next(1), new ZendeskQuirk.EmptyFirstPage(absent));
      assertThat(completes("tickets").at("/tally/records").asInt()).isZero();
      completes("tickets");
      holdsTheTruth("tickets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "users", "custom_object_records.apartment"})
    void goes_on_behind_an_empty_page_that_is_not_the_last(String resource) {
      zendesk.quirks().add(resource, Schedule.every(2), new ZendeskQuirk.EmptyPage());
      completes(resource);
      holdsTheTruth(resource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "users", "custom_object_records.apartment"})
    void goes_on_from_the_cursor_of_its_last_page(String resource) {
      String bookmark = bookmark(completes(resource));
      later();
      completes(resource);
      List<String> cursors = zendesk.log().cursors(resource);
      assertThat(cursors.getLast()).isEqualTo(bookmark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "users", "custom_object_records.apartment"})
    void may_end_without_a_cursor_and_lands_what_comes_next(String resource) {
      zendesk.quirks().add(resource, new ZendeskQuirk.NoFinalCursor());
      completes(resource);
      zendesk.collection(resource).insert(desk.clock.instant());
      later();
      completes(resource);
      holdsTheTruth(resource);
    }

    @Test
    void whose_cursor_stands_still_fails_and_can_be_taken_up() {
      zendesk.quirks().add("tickets", Schedule.at(3), new ZendeskQuirk.StuckCursor());
      JsonNode answer = run(desk, "tickets");
      assertThat(answer.path("outcome").asText()).isEqualTo("failed");
      assertThat(answer.path("reason").asText()).contains("cursor that was sent");
      completes("tickets");
      holdsTheTruth("tickets");
    }

    @Test
    void lands_what_is_repeated_before_a_cursor_once() {
      zendesk.quirks().add("tickets", new ZendeskQuirk.Replayed(3));
      assertThat(completes("tickets").at("/tally/duplicates").asInt()).isPositive();
      holdsTheTruth("tickets");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void whose_cursor_is_refused_in_the_middle_loses_nothing(int page) {
      zendesk.quirks().add("tickets", Schedule.at(1 + page), new ZendeskQuirk.CursorRejected());
      completes("tickets");
      assertThat(StandingRecords.of(desk, "tickets").records())
          .isEqualTo(new Subject(desk, "tickets").expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets", "users", "custom_object_records.apartment"})
    void whose_bookmark_is_refused_begins_at_the_recovery_time(String resource) {
      completes(resource);
      zendesk.collection(resource).insert(desk.clock.instant());
      Instant ended = desk.clock.instant();
      desk.clock.advance(Duration.ofHours(1));
      zendesk.quirks().add(resource, Schedule.next(1), new ZendeskQuirk.CursorRejected());
      completes(resource);
      holdsTheTruth(resource);
      String start =
          String.valueOf(
              zendesk.log().entries(resource).getLast().request().query().first("start_time"));
      assertThat(Instant.ofEpochSecond(Long.parseLong(start)))
          .isBetween(ended.minus(Duration.ofMinutes(7)), ended.minus(Duration.ofMinutes(5)));
    }

    @Test
    void may_have_a_plus_in_its_cursors_and_urls_that_lead_elsewhere() {
      zendesk.quirks().add("tickets", new ZendeskQuirk.PlusInCursors());
      zendesk
          .quirks()
          .add("tickets", new ZendeskQuirk.UrlsAt(java.net.URI.create("https://evil.example")));
      completes("tickets");
      holdsTheTruth("tickets");
    }
  }

  @Nested
  class AWalkInSteps {
    @ParameterizedTest
    @ValueSource(strings = {"organizations", "ticket_events", "ticket_metric_events"})
    void stops_at_its_end_with_or_without_a_next_page(String resource) {
      completes(resource);
      long asked = zendesk.log().count(resource);
      zendesk.quirks().add(resource, new ZendeskQuirk.NoFinalNextPage());
      zendesk.quirks().add(resource, new ZendeskQuirk.EndOfStreamEverywhere());
      later();
      completes(resource);
      assertThat(asked).isBetween(4L, 6L);
      holdsTheTruth(resource);
    }

    private Bench walled(boolean stuck) {
      Bench bench = Bench.of("zendesk", DatasetPlan.of(1, 60).withBurst(25), PAGE);
      if (stuck) {
        bench.simulator.quirks().add("organizations", new ZendeskQuirk.StuckEndTime());
      }
      return bench;
    }

    @Test
    void passes_a_second_that_overfills_a_page_if_the_page_is_oversize() {
      try (Bench bench = walled(false)) {
        assertThat(run(bench, "organizations").path("outcome").asText()).isEqualTo("completed");
        assertThat(bench.published("organizations")).isEqualTo(bench.truth("organizations"));
      }
    }

    @Test
    void stops_before_a_second_that_it_cannot_pass_and_skips_nothing() {
      try (Bench bench = walled(true)) {
        JsonNode answer = run(bench, "organizations");
        assertThat(answer.path("outcome").asText()).isEqualTo("failed");
        assertThat(answer.path("reason").asText())
            .contains("nothing was skipped", "set pageSize to 1000");
        assertThat(bench.published("organizations")).isEmpty();
      }
    }
  }

  @Nested
  class ATicketThat {
    private final Collection tickets = zendesk.collection("tickets");
    private final String id = tickets.ids().get(3);

    @Test
    void the_system_touched_is_published_though_its_updated_at_is_old() {
      completes("tickets");
      zendesk.systemUpdate(id, desk.clock.instant());
      later();
      assertThat(completes("tickets").at("/tally/records").asInt()).isEqualTo(1);
      holdsTheTruth("tickets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "scrubbed"})
    void is_gone_stays_as_a_delete_with_its_bytes(String how) {
      completes("tickets");
      if (how.equals("deleted")) {
        zendesk.deleteTicket(id, desk.clock.instant());
      } else {
        zendesk.scrubTicket(id, desk.clock.instant());
      }
      later();
      assertThat(completes("tickets").at("/tally/deletes").asInt()).isEqualTo(1);
      holdsTheTruth("tickets");
    }

    @Test
    void is_gone_may_have_little_left() {
      completes("tickets");
      zendesk.quirks().add("tickets", new ZendeskQuirk.MinimalTombstones());
      zendesk.deleteTicket(id, desk.clock.instant());
      later();
      assertThat(completes("tickets").at("/tally/deletes").asInt()).isEqualTo(1);
      assertThat(StandingRecords.of(desk, "tickets").records().get(id)).startsWith("delete {");
    }

    @Test
    void belongs_to_an_ai_agent_is_landed() {
      zendesk.giveToAiAgent(id);
      completes("tickets");
      assertThat(zendesk.agentTickets()).doesNotContainKey(id);
      assertThat(StandingRecords.of(desk, "tickets").records()).containsKey(id);
    }
  }

  @Test
  void a_custom_object_record_that_is_deleted_is_a_delete_line() {
    String resource = "custom_object_records.apartment";
    completes(resource);
    String id = zendesk.collection(resource).ids().getFirst();
    zendesk.deleteRecord("apartment", id, desk.clock.instant());
    later();
    assertThat(completes(resource).at("/tally/deletes").asInt()).isEqualTo(1);
    assertThat(StandingRecords.of(desk, resource).records().get('"' + id + '"'))
        .startsWith("delete {")
        .contains("[DELETED]");
    assertThat(Map.copyOf(StandingRecords.of(desk, resource).records())).hasSize(35);
  }
}
