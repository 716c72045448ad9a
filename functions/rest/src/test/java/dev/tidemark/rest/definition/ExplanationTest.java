package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
  static java.util.List<String> sources() {
    return Sources.builtIn();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void mentions_every_resource_and_what_it_is_asked_for(String source) {
    Definition definition = Sources.builtIn(source);
    String text = Explanation.of(definition);
    String own = definition.entrance().accountUrl();
    assertThat(text)
        .contains(
            definition.about().title(),
            String.valueOf(own == null ? definition.entrance().baseUrl() : own));
    definition
        .resources()
        .forEach(
            (name, resource) -> assertThat(text).contains("\n" + name, resource.request().path()));
  }

  @Test
  void says_what_the_next_run_asks_for_and_what_is_promoted() {
    assertThat(Explanation.of(Sources.builtIn("askelephant")))
        .contains("filter[updated_at][gte] gte", "- 120 s, less 300 s", "the highest time seen");
    assertThat(Explanation.of(Sources.builtIn("lev")))
        .contains("walks everything", "the server's time when the run began");
    assertThat(Explanation.of(Sources.builtIn("zendesk")))
        .contains(
            "at the account's own base URL, such as https://subdomain.zendesk.com",
            "custom_object_records.<objectKey>",
            "begins at the cursor that the last one ended with",
            "time-step");
  }

  @Test
  void says_what_does_not_count() {
    String yaml = Acme.plus("volatile: [seen_at]");
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", yaml)))
        .contains("aside from seen_at", "the later fetch");
  }

  @Test
  void says_what_names_a_record_and_in_which_zone_its_times_are() {
    String yaml =
        Acme.with("id: id", "id: [a, b.c]")
            + "    watermark: {field: at, zone: \"+02:00\"}\n"
            + "    filter: {from: since, format: iso-8601-local, zone: UTC}\n"
            + "    absentEmpty: true\n";
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", yaml)))
        .contains(
            "a and b.c together",
            "at, in +02:00 where it has no offset",
            "written in Z",
            "an answer without data is an empty page");
  }

  @Test
  void says_that_records_without_a_time_take_a_second_query_unless_there_are_none() {
    String ascending =
        Acme.with(
            """
                pagination: {kind: none}
                order: id
                promote: run-start
            """,
            """
                pagination: {kind: cursor, parameter: cursor, next: next}
                order: watermark-ascending
                watermark: {field: at}
                filter: {from: since}
                promote: max-seen
            """);
    String second = "ends with a second query without a bound";
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", ascending))).contains(second);
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", ascending + "    walk: bound\n")))
        .contains("the time last seen")
        .doesNotContain(second);
  }
}
