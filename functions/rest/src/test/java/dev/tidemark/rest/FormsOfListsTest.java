package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that stand in another form than an array. */
class FormsOfListsTest {
  private static final String NONE = "pagination: {kind: none}";

  private final CannedTransport transport = new CannedTransport();

  private Desk desk(String records, String pagination) {
    String yaml =
        """
        tidemark: 1
        source: acme
        title: Acme
        baseUrl: https://api.acme.example
        auth: {apiKey: {}}
        resources:
          all: {path: /all, id: id, order: id, promote: run-start, records: %s, %s}
        """
            .formatted(records, pagination);
    return AnyApi.desk(DefinitionReader.read("acme.yaml", yaml), transport);
  }

  private PageOutcome answered(Desk desk, String body) throws InterruptedException {
    transport.then(200, body);
    return desk.first();
  }

  private static List<String> landed(Desk desk) {
    return desk.taken().records().stream().map(Taken.Landed::json).toList();
  }

  @Test
  void an_object_of_records_lands_each_as_it_came_whatever_its_key() throws InterruptedException {
    Desk desk = desk("{path: data, form: keyed}", NONE);
    assertThat(answered(desk, "{\"data\":{\"0\":{\"id\":1.0},\"17\": {\"b\":2,\"id\":\"é\"}}}"))
        .isInstanceOf(Delivered.class);
    assertThat(landed(desk)).containsExactly("{\"id\":1.0}", "{\"b\":2,\"id\":\"é\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"data\":[]}|0", "{\"data\":{}}|0", "{\"data\":[{\"id\":1},{\"id\":2}]}|2"})
  void an_array_is_a_list_there_too(String body, int records) throws InterruptedException {
    Desk desk = desk("{path: data, form: keyed}", NONE);
    assertThat(answered(desk, body)).isInstanceOf(Delivered.class);
    assertThat(landed(desk)).hasSize(records);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"message\":\"slow\"}", "{\"0\":{\"id\":1},\"1\":{\"name\":\"a\"}}"})
  void a_member_that_is_no_record_fails_the_page(String data) throws InterruptedException {
    assertThat(
            ((Refused) answered(desk("{path: data, form: keyed}", NONE), "{\"data\":" + data + "}"))
                .reason())
        .contains("the answer's \"data\", member ", " is no record: ");
  }

  @Test
  void the_only_record_may_stand_for_its_list() throws InterruptedException {
    Desk desk = desk("{path: data, form: one-or-many}", NONE);
    assertThat(answered(desk, "{\"data\":{\"id\":7,\"a\":[1]}}")).isInstanceOf(Delivered.class);
    assertThat(answered(desk, "{\"data\":[{\"id\":8},{\"id\":9}]}")).isInstanceOf(Delivered.class);
    assertThat(landed(desk)).containsExactly("{\"id\":7,\"a\":[1]}", "{\"id\":8}", "{\"id\":9}");
    assertThat(((Refused) answered(desk, "{\"data\":{\"message\":\"no\"}}")).reason())
        .contains("the answer's \"data\" is no record: it has no id");
  }

  @Test
  void a_page_may_be_lines_and_a_header_leads_on() throws InterruptedException {
    Desk desk =
        desk(
            "{path: '', form: lines}",
            "pagination: {kind: cursor, parameter: c, next: {header: X-Next}}");
    transport.then(200, Map.of("X-Next", "n2"), Pieces.whole("{\"id\":1}\n{\"id\":2}\n"));
    assertThat(((Delivered) desk.first()).next()).isEqualTo("n2");
    transport.then(200, Map.of(), Pieces.whole(""));
    assertThat(((Delivered) desk.next("n2")).next()).isNull();
    assertThat(landed(desk)).containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void the_last_line_may_lead_on_too() throws InterruptedException {
    Desk desk =
        desk("{path: '', form: lines}", "pagination: {kind: last-record, parameter: a, field: id}");
    assertThat(((Delivered) answered(desk, "{\"id\":1}\n{\"id\":2}")).next()).isEqualTo("2");
  }

  @Test
  void a_line_that_breaks_off_or_is_no_record_is_no_end() throws InterruptedException {
    Desk desk = desk("{path: '', form: lines}", NONE);
    assertThat(answered(desk, "{\"id\":1}\n{\"id\":")).isInstanceOf(Unavailable.class);
    assertThat(((Refused) answered(desk, "{\"id\":1}\n{\"error\":\"gone\"}\n")).reason())
        .contains("line 2 of the answer is no record: it has no id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":{\"4\":{\"id\":1}}}|an object of records (the first is \"4\")|keyed",
        "{\"data\":{\"id\":1,\"a\":\"b\"}}|one record itself|one-or-many"
      })
  void undeclared_the_form_is_named_with_the_line_to_write(String body, String seen, String form)
      throws InterruptedException {
    assertThat(((Refused) answered(desk("data", NONE), body)).reason())
        .contains(seen, "declare records: {path: 'data', form: " + form + "}");
  }

  @Test
  void undeclared_lines_are_named_too() throws InterruptedException {
    assertThat(((Unavailable) answered(desk("''", NONE), "[]\n{\"id\":2}\n")).reason())
        .contains("declare records: {path: '', form: lines}");
    assertThat(((Unavailable) answered(desk("''", NONE), "{\"id\":1}\n{\"id\":2}\n")).reason())
        .contains("form: lines");
  }
}
