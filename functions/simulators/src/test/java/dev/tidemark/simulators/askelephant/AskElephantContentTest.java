package dev.tidemark.simulators.askelephant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.Walk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskElephantContentTest {
  private final AskElephant elephant = AskElephant.start(DatasetPlan.of(1, 60));
  private final Client client = Client.of(elephant);

  @AfterEach
  void close() {
    elephant.close();
  }

  @Test
  void a_page_has_the_documented_envelope() {
    Answer page = client.get("contacts");
    assertThat(page.json().fieldNames())
        .toIterable()
        .containsExactly("object", "data", "has_more", "next_cursor");
    assertThat(page.json().get("object").asText()).isEqualTo("list");
    assertThat(page.json().get("data")).hasSize(25);
    assertThat(page.header("X-Api-Version")).isEqualTo("v2");
  }

  @Test
  void the_last_page_has_a_null_cursor() {
    JsonNode page = client.get("contacts", "limit", 100).json();
    assertThat(page.get("has_more").asBoolean(true)).isFalse();
    assertThat(page.get("next_cursor").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"contacts, cnt", "companies, cmp", "users, usr", "engagements, ngmt"})
  void ids_look_as_documented(String resource, String prefix) {
    assertThat(elephant.collection(resource).ids())
        .allMatch(id -> id.matches("^" + prefix + "_[A-Za-z0-9]+$"));
  }

  @Test
  void a_single_is_the_bare_record_with_an_etag() {
    String id = elephant.collection("contacts").ids().getFirst();
    Answer single = client.get("contacts/" + id);
    assertThat(single.body()).isEqualTo(elephant.truth("contacts").get(id));
    assertThat(single.header("ETag")).matches("\"[0-9a-f]+\"");
  }

  @Test
  void an_error_is_problem_json_with_a_request_id() {
    Answer answer = client.get("contacts", "limit", 500);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Api-Version")).isEqualTo("v2");
    assertThat(answer.body())
        .matches(
            "\\{\"type\":\"https://app.askelephant.ai/errors/validation_failed\","
                + "\"title\":\"Validation Failed\",\"status\":422,"
                + "\"detail\":\"The request contains invalid fields.\","
                + "\"request_id\":\"rid_[0-9]+\",\"errors\":\\[\\{\"field\":\"limit\","
                + "\"code\":\"invalid_range\","
                + "\"message\":\"limit must be between 1 and 100.\"}]}");
    assertThat(client.get("contacts/cnt_none").status()).isEqualTo(404);
  }

  @Test
  void optional_members_are_left_out_and_never_null() {
    JsonNode contacts = client.get("contacts", "limit", 100).json().get("data");
    List<JsonNode> described = new ArrayList<>();
    contacts.forEach(contact -> {
      if (contact.has("description")) {
        described.add(contact.get("description"));
      }
    });
    assertThat(described).hasSizeBetween(1, contacts.size() - 1).noneMatch(JsonNode::isNull);
  }

  @Test
  void a_search_looks_into_names() {
    assertThat(Walk.of(client, "contacts", "search", "NOOR").ids()).hasSizeBetween(1, 59);
    assertThat(Walk.of(client, "companies", "search", "Pilot 7").ids()).hasSize(1);
    assertThat(Walk.of(client, "companies", "filter[domain][eq]", "pilot7.example").ids())
        .hasSize(1);
  }

  @Test
  void engagements_are_filtered_by_type_start_and_company() {
    client
        .get("engagements", "filter[engagement_type][in]", "CALL,NOTE")
        .json()
        .get("data")
        .forEach(e -> assertThat(e.get("engagement_type").asText()).isIn("CALL", "NOTE"));
    client
        .get("engagements", "filter[start_at][lt]", "2026-02-01T00:00:00Z")
        .json()
        .get("data")
        .forEach(e -> assertThat(e.get("start_at").asText()).isLessThan("2026-02-01"));
    JsonNode one = client.get("engagements", "expand", "companies", "limit", 1).json();
    String company = one.at("/data/0/companies/0/id").asText();
    assertThat(Walk.of(client, "engagements", "filter[company_ids][eq]", company).ids())
        .containsExactly(one.at("/data/0/id").asText());
  }

  @Test
  void members_to_expand_appear_only_when_asked_for() {
    String all = "companies,contacts,owner,action_items,signals,transcript,media_url,tags";
    JsonNode plain = client.get("engagements").json().at("/data/0");
    JsonNode rich = client.get("engagements", "expand", all).json().at("/data/0");
    for (String name : all.split(",", -1)) {
      assertThat(plain.has(name)).isFalse();
      assertThat(rich.has(name)).isTrue();
    }
    assertThat(rich.at("/companies/0/object").asText()).isEqualTo("engagement_company");
  }
}
