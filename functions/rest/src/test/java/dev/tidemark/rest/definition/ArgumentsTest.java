package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static final String OBJECTS =
      Acme.plus("argument: objectKey").replace("path: /deals", "path: /objects/{objectKey}/list");
  private final Definition acme = DefinitionReader.read("acme.yaml", OBJECTS);

  @ParameterizedTest
  @ValueSource(strings = {"apartment", "Room_2", "a-b", "0"})
  void fill_the_path(String key) {
    Resource filled = acme.resource("deals." + key);
    assertThat(filled.request().path()).isEqualTo("/objects/" + key + "/list");
    assertThat(filled.answer().records().path()).hasToString("data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a.b", "..", "%2e", "a b", "é", "{objectKey}", "a?b", "a#b"})
  void are_refused_where_they_could_lead_elsewhere(String key) {
    assertThatThrownBy(() -> acme.resource("deals." + key))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("objectKey \"" + key + "\" is not a name");
    assertThatThrownBy(() -> acme.resource("deals." + "a".repeat(129))).hasMessageContaining("128");
  }

  @Test
  void are_asked_for_where_they_are_missing() {
    assertThatThrownBy(() -> acme.resource("deals"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("deals is one resource for each objectKey: write deals.<objectKey>");
  }

  @Test
  void are_not_taken_by_a_resource_that_has_none() {
    Definition plain = DefinitionReader.read("acme.yaml", Acme.TEXT);
    assertThatThrownBy(() -> plain.resource("deals.x"))
        .hasMessageContaining(
            "acme has no resource \"deals.x\"; did you mean \"deals\"? it has deals");
  }

  @Test
  void keep_a_resource_out_of_all_resources() {
    assertThat(acme.runnable()).isEmpty();
    assertThat(acme.names()).containsExactly("deals.<objectKey>");
    assertThat(Sources.builtIn("zendesk").runnable())
        .containsExactly(
            "tickets", "users", "organizations", "ticket_events", "ticket_metric_events");
  }

  @Test
  void stand_in_the_path_exactly_once() {
    assertThat(Acme.refusal(Acme.plus("argument: key")))
        .contains("path: \"/deals\" must hold {key} exactly once");
    assertThat(Acme.refusal(OBJECTS.replace("/list", "/{objectKey}"))).contains("exactly once");
    assertThat(Acme.refusal(OBJECTS.replace("/list", "/{other}")))
        .contains("holds a brace that no argument fills");
    assertThat(Acme.refusal(Acme.with("path: /deals", "path: /{deals}"))).contains("no argument");
  }
}
