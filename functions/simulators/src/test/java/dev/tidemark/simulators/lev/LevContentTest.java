package dev.tidemark.simulators.lev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevContentTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00.5Z");
  private static final DatasetPlan PLAN =
      DatasetPlan.of(3, 60).withRecords("notes", 5).withRecords("term-sheets", 2);

  private final Lev lev = Lev.start(ServerSettings.defaults().withClock(() -> NOW), PLAN);
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @Test
  void a_page_has_the_documented_envelope() {
    JsonNode page = client.get("deals").json();
    assertThat(page.get("request_id").asText())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(page.get("timestamp").asText()).isEqualTo("2026-06-15T12:00:00Z");
    assertThat(page.get("data")).hasSize(50);
    assertThat(page.get("pagination"))
        .hasToString(
            "{\"total\":60,\"limit\":50,\"cursor\":null,\"has_more\":true,"
                + "\"next_cursor\":\"eyJpZCI6IDcxNDh9\"}");
  }

  @Test
  void the_last_page_has_no_next_cursor_and_echoes_the_one_sent() {
    JsonNode page =
        client.get("deals", "cursor", LevWorld.CURSORS.behind("7148")).json().get("pagination");
    assertThat(page)
        .hasToString(
            "{\"total\":60,\"limit\":50,\"cursor\":\"eyJpZCI6IDcxNDh9\",\"has_more\":false,"
                + "\"next_cursor\":null}");
  }

  @Test
  void a_single_wraps_the_record_in_data() {
    Answer single = client.get("deals/7001");
    assertThat(Json.of(single.body()).raw("data")).isEqualTo(lev.truth("deals").get("7001"));
    assertThat(single.json().has("pagination")).isFalse();
  }

  @Test
  void what_is_not_there_is_answered_404() {
    Answer answer = client.get("deals/999");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().at("/error/type").asText()).isEqualTo("not_found");
    assertThat(answer.json().get("request_id").asText()).hasSize(36);
  }

  @ParameterizedTest
  @CsvSource({"team", "properties", "notes", "term-sheets"})
  void the_children_of_a_deal_are_lists(String child) {
    JsonNode page = client.get("deals/7001/" + child).json();
    assertThat(page.get("data")).hasSize(lev.dataset().children(child, "7001").ids().size());
    assertThat(page.at("/pagination/has_more").asBoolean(true)).isFalse();
    assertThat(client.get("deals/999/" + child).status()).isEqualTo(404);
  }

  @Test
  void notes_are_paged_and_their_ids_are_unique_across_deals() {
    JsonNode page = client.get("deals/7001/notes", "limit", 3).json();
    String next = page.at("/pagination/next_cursor").asText();
    JsonNode rest = client.get("deals/7001/notes", "cursor", next).json();
    assertThat(page.get("data")).hasSize(3);
    assertThat(rest.get("data")).hasSize(2);
    assertThat(client.get("deals/7004/notes").json().at("/data/0/id"))
        .isNotEqualTo(page.at("/data/0/id"));
  }

  @Test
  void financials_are_one_object() {
    assertThat(client.get("deals/7001/financials").json().at("/data/deal_id").asLong())
        .isEqualTo(7001);
    assertThat(client.get("deals/999/financials").status()).isEqualTo(404);
  }

  @Test
  void a_lender_shows_its_details_only_alone() {
    assertThat(client.get("lenders/directory").json().at("/data/0").has("programs")).isFalse();
    assertThat(client.get("lenders/4521").json().at("/data").has("programs")).isTrue();
  }

  @Test
  void fields_select_members_and_always_the_id() {
    assertThat(client.get("deals", "fields", "updated_at").json().at("/data/0").fieldNames())
        .toIterable()
        .containsExactly("id", "updated_at");
  }

  @Test
  void includes_bring_children_into_the_record() {
    JsonNode deal = client.get("deals/7001", "include", "financials,team,pipelines").json();
    assertThat(deal.at("/data/financials/deal_id").asLong()).isEqualTo(7001);
    assertThat(deal.at("/data/team").isArray()).isTrue();
    assertThat(deal.at("/data/pipelines/0/pipeline_id").asLong()).isEqualTo(1);
  }

  @Test
  void a_bound_is_inclusive_when_it_says_so() {
    lev.collection("deals").touch("7001", NOW);
    String bound = "2026-06-15T12:00:00Z";
    assertThat(client.get("deals", "filter[updated_at][gte]", bound).json().get("data")).hasSize(1);
    assertThat(client.get("deals", "filter[updated_at][lte]", bound).json().get("data"))
        .hasSize(50);
    assertThat(client.get("deals", "filter[updated_at][gt]", bound).json().get("data")).isEmpty();
    assertThat(client.get("deals", "filter[updated_at][lt]", bound).json().get("data")).hasSize(50);
  }
}
