package dev.tidemark.simulators.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.json.Json;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskContentTest {
  private final Zendesk zendesk =
      Zendesk.start(DatasetPlan.of(3, 20).withRecords("custom_object_records.apartment", 2));
  private final Client client = Client.of(zendesk);

  @AfterEach
  void close() {
    zendesk.close();
  }

  @Test
  void a_cursor_page_has_the_documented_members() {
    JsonNode page = client.get("incremental/users/cursor", "start_time", 1, "per_page", 5).json();
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly(
            "users", "after_url", "after_cursor", "before_url", "before_cursor", "end_of_stream");
    assertThat(page.get("users")).hasSize(5);
    assertThat(page.get("before_url").isNull()).isTrue();
    assertThat(page.get("end_of_stream").asBoolean(true)).isFalse();
  }

  @Test
  void a_cursor_is_the_second_and_the_id_of_the_last_record() {
    JsonNode page = client.get("incremental/tickets/cursor", "start_time", 1).json();
    JsonNode last = page.get("tickets").get(page.get("tickets").size() - 1);
    assertThat(ZendeskCursor.parse(page.get("after_cursor").asText()))
        .isEqualTo(
            new ZendeskCursor(last.get("generated_timestamp").asLong(), last.get("id").asText()));
    assertThat(ZendeskCursor.parse("MTU3NjYxMzUzOS4wfHw0Njd8"))
        .isEqualTo(new ZendeskCursor(1_576_613_539L, "467"));
  }

  @Test
  void an_after_url_leads_to_the_next_page_although_its_cursor_has_padding() {
    JsonNode page = client.get("incremental/users/cursor", "start_time", 1, "per_page", 5).json();
    String url = page.get("after_url").asText();
    assertThat(url).contains("/incremental/users/cursor?cursor=").doesNotContain("==");
    assertThat(client.get(url).json().get("users")).hasSize(15);
  }

  @Test
  void custom_objects_have_meta_in_place_of_end_of_stream() {
    String path = "incremental/custom_objects/apartment/cursor";
    JsonNode page = client.get(path, "start_time", 1, "per_page", 1).json();
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly(
            "custom_object_records",
            "after_cursor",
            "after_url",
            "before_cursor",
            "before_url",
            "filter",
            "meta");
    assertThat(page.get("meta")).hasToString("{\"has_more\":true}");
    assertThat(page.get("filter")).hasToString("{\"exclude_deleted\":false}");
    assertThat(page.get("after_url").asText()).contains("/apartment/cursor?cursor=");
    String cursor = page.get("after_cursor").asText();
    JsonNode last = client.get(path, "cursor", cursor).json();
    assertThat(last.get("meta")).hasToString("{\"has_more\":false}");
    assertThat(last.get("after_url").isNull()).isTrue();
    assertThat(last.get("after_cursor").asText()).isNotEmpty();
  }

  @Test
  void record_ids_are_ulids() {
    assertThat(zendesk.collection("custom_object_records.apartment").ids())
        .hasSize(2)
        .allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
  }

  @Test
  void a_time_page_names_the_next_one_even_when_it_is_the_last() {
    JsonNode page = client.get("incremental/organizations", "start_time", 1).json();
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly("organizations", "count", "end_time", "next_page", "end_of_stream");
    assertThat(page.get("count").asInt()).isEqualTo(20);
    assertThat(page.get("end_of_stream").asBoolean()).isTrue();
    URI next = URI.create(page.get("next_page").asText());
    assertThat(next.getPath()).isEqualTo("/api/v2/incremental/organizations");
    assertThat(next.getQuery()).isEqualTo("start_time=" + page.get("end_time").asLong());
    assertThat(client.get(next.toString()).json().get("count").asInt()).isEqualTo(1);
  }

  @Test
  void metric_events_do_not_say_when_they_end() {
    JsonNode page = client.get("incremental/ticket_metric_events", "start_time", 1).json();
    assertThat(page.has("end_of_stream")).isFalse();
    assertThat(page.get("next_page").asText()).isNotEmpty();
    assertThat(page.at("/ticket_metric_events/0/time").asText()).endsWith("Z");
  }

  @Test
  void comment_events_turn_via_into_an_object() {
    Answer plain = client.get("incremental/ticket_events", "start_time", 1);
    Answer full =
        client.get("incremental/ticket_events", "start_time", 1, "include", "comment_events");
    String via = "/ticket_events/0/child_events/0/via";
    assertThat(plain.json().at(via).asText()).isEqualTo("Mail");
    assertThat(full.json().at(via).isObject()).isTrue();
    assertThat(plain.json().at("/ticket_events/0/timestamp").isIntegralNumber()).isTrue();
  }

  @Test
  void dates_come_within_their_tickets_when_they_are_asked_for() {
    String tickets = "incremental/tickets/cursor";
    assertThat(client.get(tickets, "start_time", 1).json().at("/tickets/0").has("dates")).isFalse();
    assertThat(
            client
                .get(tickets, "start_time", 1, "include", "dates")
                .json()
                .at("/tickets/0/dates/status_updated_at")
                .asText())
        .endsWith("Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tickets", "users", "organizations"})
  void a_single_stands_under_its_name_with_the_bytes_of_the_export(String resource) {
    String id = zendesk.collection(resource).ids().getFirst();
    String key = resource.substring(0, resource.length() - 1);
    assertThat(Json.of(client.get(resource + "/" + id).body()).raw(key))
        .isEqualTo(zendesk.truth(resource).get(id));
    assertThat(client.get(resource + "/5").json().get("error").asText())
        .isEqualTo("RecordNotFound");
  }

  @Test
  void records_of_a_custom_object_are_found() {
    String id = zendesk.collection("custom_object_records.apartment").ids().getFirst();
    assertThat(
            client
                .get("custom_objects/apartment/records/" + id)
                .json()
                .at("/custom_object_record/id")
                .asText())
        .isEqualTo(id);
    assertThat(client.get("custom_objects/none/records/" + id).status()).isEqualTo(404);
    assertThat(client.get("incremental/custom_objects/none/cursor", "start_time", 1).status())
        .isEqualTo(404);
  }

  @Test
  void every_answer_has_a_request_id() {
    assertThat(client.get("nothing").header("X-Zendesk-Request-Id")).hasSize(32);
    assertThat(client.get("nothing").header("X-Zendesk-Request-Id"))
        .hasSize(32)
        .isNotEqualTo(client.get("nothing").header("X-Zendesk-Request-Id"));
  }
}
