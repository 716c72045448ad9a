package dev.tidemark.simulators.askelephant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
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
  void a_single_is_the_bare_record() {
    String id = elephant.collection("contacts").ids().getFirst();
    Answer single = client.get("contacts/" + id);
    assertThat(single.body()).isEqualTo(elephant.truth("contacts").get(id));
  }

  @Test
  void an_error_is_problem_json_with_a_request_id() {
    Answer answer = client.get("contacts", "limit", 500);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
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
}
