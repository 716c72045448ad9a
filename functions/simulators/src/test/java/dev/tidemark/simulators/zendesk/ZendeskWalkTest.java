package dev.tidemark.simulators.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZendeskWalkTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");
  private static final String TICKETS = "incremental/tickets/cursor";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final DatasetPlan plan = DatasetPlan.of(7, 60).withNastyShare(0.5).withBurst(3);
  private final Zendesk zendesk =
      Zendesk.start(ServerSettings.defaults().withClock(now::get), plan);
  private final Client client = Client.of(zendesk);

  @AfterEach
  void close() {
    zendesk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "users, incremental/users/cursor",
    "custom_object_records.apartment, incremental/custom_objects/apartment/cursor"
  })
  void a_cursor_export_lands_the_truth_byte_by_byte_and_in_order(String resource, String path) {
    Export export = Export.byCursor(client, path, "per_page", 7);
    assertThat(export.landed()).containsExactlyEntriesOf(zendesk.truth(resource));
    assertThat(export.pages()).hasSize(9);
    assertThat(export.ids()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "organizations, 7",
    "ticket_metric_events, 7",
    "organizations, 2",
    "organizations, 1000"
  })
  void a_time_export_lands_the_truth_and_repeats_its_borders(String resource, int size) {
    Export export = Export.byTime(client, "incremental/" + resource, "per_page", size);
    assertThat(export.landed()).containsExactlyInAnyOrderEntriesOf(zendesk.truth(resource));
    Set<String> distinct = new HashSet<>(export.ids());
    assertThat(export.ids().size() > distinct.size()).isEqualTo(size < 1000);
  }

  @Test
  void ticket_events_follow_the_scope_of_their_tickets() {
    Export all = Export.byTime(client, "incremental/ticket_events", "support_type_scope", "all");
    assertThat(all.landed()).isEqualTo(zendesk.truth("ticket_events"));
    assertThat(Export.byTime(client, "incremental/ticket_events").landed().size()).isLessThan(60);
  }

  @Test
  void tickets_of_ai_agents_are_hidden_unless_all_are_asked_for() {
    Export all = Export.byCursor(client, TICKETS, "support_type_scope", "all", "per_page", 50);
    Export agents = Export.byCursor(client, TICKETS);
    assertThat(all.landed()).isEqualTo(zendesk.truth("tickets"));
    assertThat(agents.landed()).isEqualTo(zendesk.agentTickets()).hasSizeLessThan(60);
  }

  @Test
  void a_ticket_given_to_an_ai_agent_leaves_the_default_export() {
    String id = zendesk.agentTickets().keySet().iterator().next();
    zendesk.giveToAiAgent(id);
    assertThat(Export.byCursor(client, TICKETS).ids()).doesNotContain(id);
    assertThat(zendesk.truth("tickets")).containsKey(id);
  }

  @Test
  void the_final_cursor_is_the_bookmark_for_what_comes_later() {
    Export first = Export.byCursor(client, TICKETS, "support_type_scope", "all");
    String cursor = first.pages().getLast().get("after_cursor").asText();
    JsonNode nothing = page("cursor", cursor, "support_type_scope", "all");
    assertThat(nothing.get("tickets")).isEmpty();
    assertThat(nothing.get("end_of_stream").asBoolean()).isTrue();
    assertThat(nothing.get("after_cursor").asText()).isEqualTo(cursor);
    String id = zendesk.collection("tickets").ids().getFirst();
    zendesk.collection("tickets").edit(id, NOON.minusSeconds(300));
    JsonNode later = page("cursor", cursor, "support_type_scope", "all");
    assertThat(later.get("tickets")).hasSize(1);
    assertThat(later.at("/tickets/0/generated_timestamp").asLong())
        .isEqualTo(NOON.getEpochSecond() - 300);
    assertThat(later.at("/tickets/0/updated_at").asText()).isEqualTo("2026-06-15T11:55:00Z");
  }

  @Test
  void a_system_update_moves_the_ticket_and_not_its_updated_at() {
    String id = zendesk.collection("tickets").ids().getFirst();
    String before = updatedAt(id);
    zendesk.systemUpdate(id, NOON.minusSeconds(90));
    JsonNode page = page("start_time", NOON.getEpochSecond() - 100);
    assertThat(page.get("tickets")).hasSize(1);
    assertThat(page.at("/tickets/0/updated_at").asText())
        .isEqualTo(before)
        .isLessThan("2026-06-02");
    assertThat(page.at("/tickets/0/generated_timestamp").asLong())
        .isEqualTo(NOON.getEpochSecond() - 90);
  }

  @Test
  void a_ticket_updated_in_the_middle_of_a_walk_comes_again() {
    List<String> ids = List.copyOf(zendesk.agentTickets().keySet());
    Runnable edit = () -> zendesk.collection("tickets").edit(ids.getFirst(), NOON.minusSeconds(90));
    zendesk.hooks().beforeAnswer("tickets", Schedule.at(2), edit);
    Export export = Export.byCursor(client, TICKETS, "per_page", 10);
    assertThat(export.ids()).startsWith(ids.getFirst()).endsWith(ids.getFirst());
    assertThat(export.landed()).isEqualTo(zendesk.agentTickets());
  }

  @Test
  void the_last_minute_is_left_out_until_it_has_passed() {
    String id = zendesk.collection("organizations").insert(NOON.minusSeconds(59));
    assertThat(Export.byTime(client, "incremental/organizations").ids()).doesNotContain(id);
    now.set(NOON.plusSeconds(2));
    assertThat(Export.byTime(client, "incremental/organizations").ids()).contains(id);
  }

  @Test
  void deleted_tickets_stay_with_a_status() {
    List<String> ids = List.copyOf(zendesk.agentTickets().keySet());
    zendesk.deleteTicket(ids.get(0), NOON.minusSeconds(90));
    zendesk.scrubTicket(ids.get(1), NOON.minusSeconds(80));
    Map<String, String> landed = Export.byCursor(client, TICKETS).landed();
    assertThat(landed.get(ids.get(0))).contains("\"status\":\"deleted\"");
    assertThat(landed.get(ids.get(1))).contains("\"subject\":\"SCRUBBED\"", "\"deleted\"");
    assertThat(client.get("tickets/" + ids.getFirst()).status()).isEqualTo(404);
    assertThat(client.get("tickets/" + ids.get(2)).status()).isEqualTo(200);
  }

  @Test
  void a_deleted_record_says_so() {
    String path = "incremental/custom_objects/apartment/cursor";
    String id = zendesk.collection("custom_object_records.apartment").ids().getFirst();
    zendesk.deleteRecord("apartment", id, NOON.minusSeconds(90));
    assertThat(Export.byCursor(client, path).landed().get(id)).contains("\"name\":\"[DELETED]\"");
    assertThat(client.get("custom_objects/apartment/records/" + id).status()).isEqualTo(404);
  }

  @Test
  void a_deleted_user_is_inactive_and_a_deleted_organization_leaves_no_mark() {
    zendesk.deleteUser("35436", NOON.minusSeconds(90));
    zendesk.collection("organizations").delete("4112492");
    assertThat(client.get("users/35436").json().at("/user/active").asBoolean(true)).isFalse();
    assertThat(client.get("organizations/4112492").status()).isEqualTo(404);
    assertThat(Export.byTime(client, "incremental/organizations").landed())
        .doesNotContainKey("4112492")
        .isEqualTo(zendesk.truth("organizations"));
  }

  @Test
  void a_restart_from_the_same_plan_takes_the_cursors_of_before() {
    String cursor = page("start_time", 0, "per_page", 10).get("after_cursor").asText();
    try (Zendesk again = Zendesk.start(ServerSettings.defaults().withClock(now::get), plan)) {
      assertThat(Client.of(again).get(TICKETS, "cursor", cursor).json().get("tickets"))
          .isEqualTo(page("cursor", cursor).get("tickets"));
      assertThat(again.truth("tickets")).isEqualTo(zendesk.truth("tickets"));
    }
  }

  private JsonNode page(Object... parameters) {
    return client.get(TICKETS, parameters).json();
  }

  private String updatedAt(String ticket) {
    return client.get("tickets/" + ticket).json().at("/ticket/updated_at").asText();
  }
}
