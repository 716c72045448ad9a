package dev.tidemark.simulators.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ServerSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskQuirkTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final String USERS = "incremental/users/cursor";
  private static final String RECORDS = "incremental/custom_objects/apartment/cursor";
  private static final String ORGANIZATIONS = "incremental/organizations";

  private final Zendesk zendesk =
      Zendesk.start(ServerSettings.defaults().withClock(() -> NOON), DatasetPlan.of(5, 30));
  private final Client client = Client.of(zendesk);

  @AfterEach
  void close() {
    zendesk.close();
  }

  @Nested
  class TheExclusion {
    @Test
    void can_be_switched_off() {
      String id = zendesk.collection("users").insert(NOON);
      assertThat(Export.byCursor(client, USERS).ids()).doesNotContain(id);
      zendesk.quirks().add("users", new ZendeskQuirk.Exclusion(Duration.ZERO));
      assertThat(Export.byCursor(client, USERS).ids()).endsWith(id);
      assertThat(start(NOON.getEpochSecond()).status()).isEqualTo(200);
    }

    @Test
    void can_be_shorter() {
      zendesk.quirks().add("users", new ZendeskQuirk.Exclusion(Duration.ofSeconds(2)));
      assertThat(start(NOON.getEpochSecond() - 3).status()).isEqualTo(200);
      assertThat(start(NOON.getEpochSecond() - 2).status()).isEqualTo(422);
    }

    @Test
    void refuses_start_times_within_it() {
      assertThat(start(NOON.getEpochSecond() - 61).status()).isEqualTo(200);
      Answer refused = start(NOON.getEpochSecond() - 60);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json())
          .hasToString(
              "{\"error\":\"InvalidValue\",\"description\":\"Too recent start_time."
                  + " Use a start_time older than 5 minutes\"}");
    }
  }

  @Test
  void a_first_page_with_nothing_on_it_has_no_cursor() {
    JsonNode nothing = start(NOON.getEpochSecond() - 100).json();
    assertThat(nothing.get("users")).isEmpty();
    assertThat(nothing.get("after_cursor").isNull()).isTrue();
    assertThat(nothing.get("after_url").isNull()).isTrue();
    assertThat(nothing.get("end_of_stream").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_first_page_may_be_empty_and_without_cursor_although_there_is_something(boolean absent) {
    zendesk.quirks().add("users", Schedule.at(1), new ZendeskQuirk.EmptyFirstPage(absent));
    JsonNode page = start(1).json();
    assertThat(page.get("users")).isEmpty();
    assertThat(page.has("after_cursor")).isEqualTo(!absent);
    assertThat(start(1).json().get("users")).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {USERS, RECORDS})
  void empty_pages_in_the_middle_advance_and_skip_nothing(String path) {
    String resource = path.equals(USERS) ? "users" : "custom_object_records.apartment";
    zendesk.quirks().add(resource, Schedule.next(4), new ZendeskQuirk.EmptyPage());
    Export export = Export.byCursor(client, path, "per_page", 7);
    assertThat(export.landed()).isEqualTo(zendesk.truth(resource));
    assertThat(export.pages()).hasSize(9);
    assertThat(export.pages().stream().map(page -> page.get("after_cursor").asText()))
        .doesNotHaveDuplicates();
    assertThat(export.pages().get(3).path("end_of_stream").asBoolean()).isFalse();
  }

  @Test
  void a_final_page_may_lack_its_cursor() {
    zendesk.quirks().add("users", new ZendeskQuirk.NoFinalCursor());
    JsonNode last = Export.byCursor(client, USERS, "per_page", 20).pages().getLast();
    assertThat(last.get("after_cursor").isNull()).isTrue();
    assertThat(last.get("users")).hasSize(10);
  }

  @Test
  void a_cursor_may_stand_still_while_more_is_promised() {
    zendesk.quirks().add("users", new ZendeskQuirk.StuckCursor());
    String cursor = start(1).json().get("after_cursor").asText();
    JsonNode page = client.get(USERS, "cursor", cursor).json();
    assertThat(page.get("after_cursor").asText()).isEqualTo(cursor);
    assertThat(page.get("end_of_stream").asBoolean(true)).isFalse();
  }

  @Test
  void a_cursor_page_may_repeat_what_came_before_it() {
    zendesk.quirks().add("users", new ZendeskQuirk.Replayed(2));
    Export export = Export.byCursor(client, USERS, "per_page", 10);
    assertThat(export.ids()).hasSize(34);
    assertThat(export.ids().subList(10, 12)).isEqualTo(export.ids().subList(8, 10));
    assertThat(export.landed()).isEqualTo(zendesk.truth("users"));
  }

  @Test
  void a_good_cursor_may_be_rejected() {
    String cursor = start(1).json().get("after_cursor").asText();
    zendesk.quirks().add("users", Schedule.at(1), new ZendeskQuirk.CursorRejected());
    Answer rejected = client.get(USERS, "cursor", cursor);
    assertThat(rejected.status()).isEqualTo(400);
    assertThat(rejected.json().at("/errors/0/code").asText())
        .isEqualTo("InvalidPaginationParameter");
    assertThat(client.get(USERS, "cursor", cursor).status()).isEqualTo(200);
  }

  @Test
  void cursors_may_contain_a_plus() {
    zendesk.quirks().add("users", new ZendeskQuirk.PlusInCursors());
    Export export = Export.byCursor(client, USERS, "per_page", 4);
    assertThat(export.landed()).isEqualTo(zendesk.truth("users"));
    assertThat(export.pages()).allMatch(page -> page.get("after_cursor").asText().contains("+"));
    assertThat(export.pages()).allMatch(page -> page.get("after_url").asText().contains("%2B"));
  }

  @Test
  void a_second_that_fills_a_page_makes_it_oversize() {
    crowd(NOON.minusSeconds(500), 25);
    long start = NOON.getEpochSecond() - 500;
    JsonNode page = client.get(ORGANIZATIONS, "start_time", start, "per_page", 10).json();
    assertThat(page.get("count").asInt()).isEqualTo(25);
    assertThat(Export.byTime(client, ORGANIZATIONS, "per_page", 10).landed())
        .isEqualTo(zendesk.truth("organizations"));
  }

  @Test
  void a_second_that_fills_a_page_may_stop_the_walk() {
    crowd(NOON.minusSeconds(500), 25);
    zendesk.quirks().add("organizations", new ZendeskQuirk.StuckEndTime());
    long start = NOON.getEpochSecond() - 500;
    JsonNode page = client.get(ORGANIZATIONS, "start_time", start, "per_page", 10).json();
    assertThat(page.get("count").asInt()).isEqualTo(10);
    assertThat(page.get("end_time").asLong()).isEqualTo(start);
    assertThat(page.get("end_of_stream").asBoolean(true)).isFalse();
  }

  @Test
  void the_last_time_page_may_lack_the_next() {
    zendesk.quirks().add("organizations", new ZendeskQuirk.NoFinalNextPage());
    JsonNode page = client.get(ORGANIZATIONS, "start_time", 1).json();
    assertThat(page.get("next_page").isNull()).isTrue();
    assertThat(page.get("end_time").asLong()).isPositive();
  }

  @Test
  void every_export_may_say_its_end() {
    zendesk.quirks().add("*", new ZendeskQuirk.EndOfStreamEverywhere());
    for (String path : List.of(RECORDS, "incremental/ticket_metric_events")) {
      assertThat(client.get(path, "start_time", 1).json().get("end_of_stream").asBoolean())
          .isTrue();
    }
  }

  @Test
  void urls_may_lead_elsewhere() {
    zendesk.quirks().add("users", new ZendeskQuirk.UrlsAt(URI.create("https://evil.example")));
    assertThat(start(1).json().get("after_url").asText())
        .startsWith("https://evil.example/api/v2/incremental/users/cursor?cursor=");
  }

  @Test
  void deleted_tickets_may_come_with_next_to_nothing() {
    String id = zendesk.agentTickets().keySet().iterator().next();
    zendesk.deleteTicket(id, NOON.minusSeconds(70));
    zendesk.quirks().add("tickets", new ZendeskQuirk.MinimalTombstones());
    assertThat(Export.byCursor(client, "incremental/tickets/cursor").landed())
        .containsEntry(
            id,
            "{\"id\":%s,\"generated_timestamp\":%d,\"status\":\"deleted\"}"
                .formatted(id, NOON.getEpochSecond() - 70));
  }

  @Test
  void pages_bend_as_those_of_the_other_vendors() {
    zendesk.quirks().add("users", Schedule.at(1), new PageQuirk.NullData());
    zendesk.quirks().add("users", Schedule.at(2), new PageQuirk.MissingPagination());
    assertThat(start(1).json().get("users").isNull()).isTrue();
    assertThat(start(1).json().fieldNames()).toIterable().containsExactly("users");
  }

  private Answer start(long second) {
    return client.get(USERS, "start_time", second);
  }

  private void crowd(Instant at, int count) {
    for (int i = 0; i < count; i++) {
      zendesk.collection("organizations").insert(at);
    }
  }
}
