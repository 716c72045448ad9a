package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that would change the path that they stand in, or the cursor that keeps them. */
class OddIdsTest {
  private static final Definition ACME =
      DefinitionReader.read(
          "acme.yaml",
          """
          tidemark: 1
          source: acme
          title: Acme
          baseUrl: https://api.acme.example
          auth: {apiKey: {}}
          defaults: {records: data, id: id, promote: run-start, order: unordered}
          resources:
            boxes: {path: /boxes, single: {path: "/boxes/{id}"}, pagination: {kind: none}}
            things: {parent: boxes, path: "/boxes/{parent}/things", pagination: {kind: none}}
          """);

  private final CannedTransport transport = new CannedTransport();
  private final SourceConnection source =
      Desk.account(ACME, URI.create(AnyApi.BASE), "hush-hush", Settings.DEFAULT);
  private final Desk desk = Desk.at(source, "things", transport, AnyApi.NOW);

  private String first(String ids) throws InterruptedException {
    transport.then(200, "{\"data\":[" + ids + "]}");
    return String.valueOf(((Delivered) desk.first()).next());
  }

  private URI lastAsked() {
    return transport.asked().getLast().uri();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\0',
      value = {
        "12345678901234567890 12345678901234567890",
        "-7 -7",
        "\"a/b\" a%2Fb",
        "\"a?b#c\" a%3Fb%23c",
        "\"a%2Fb\" a%252Fb",
        "\"\\u00fc\" %C3%BC",
        "\"\\\"\\\\\" %22%5C",
        "\"a+b\" a%2Bb",
        "\"...\" ...",
        "\"{parent}\" %7Bparent%7D"
      })
  void of_a_parent_stand_encoded_in_the_path_of_its_children(String id, String written)
      throws InterruptedException {
    String cursor = first("{\"id\":" + id + "}");
    transport.then(200, "{\"data\":[{\"id\":1}]}");
    assertThat(desk.next(cursor)).isInstanceOf(Delivered.class);
    assertThat(lastAsked()).hasToString(AnyApi.BASE + "/boxes/" + written + "/things");
    assertThat(desk.taken().records().getFirst().parent()).isEqualTo(id);
    assertThat(desk.taken().records().getFirst().identity()).isEqualTo(id + "/1");
  }

  @Test
  void of_a_record_stand_encoded_in_its_path() throws InterruptedException {
    transport.then(200, "{\"id\":\"a/b c\"}");
    Taken taken = new Taken();
    assertThat(
            source
                .reader("boxes", transport, InstantSource.fixed(AnyApi.NOW))
                .single()
                .read("a/b c", Duration.ofMinutes(1), taken))
        .isInstanceOf(RecordOutcome.Found.class);
    assertThat(lastAsked()).hasToString(AnyApi.BASE + "/boxes/a%2Fb%20c");
    assertThat(taken.records()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void that_lead_elsewhere_are_refused(String id) throws InterruptedException {
    String cursor = first("{\"id\":\"" + id + "\"},{\"id\":1}");
    PageOutcome outcome = desk.next(cursor);
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).reason()).contains("\"" + id + "\" cannot stand in a path");
    assertThat(transport.asked()).hasSize(1);
    assertThat(
            source
                .reader("boxes", transport, InstantSource.fixed(AnyApi.NOW))
                .single()
                .read(id, Duration.ofMinutes(1), new Taken()))
        .isInstanceOf(RecordOutcome.Unknown.class);
  }

  @Test
  void that_are_too_long_for_the_state_say_what_helps() throws InterruptedException {
    StringBuilder ids = new StringBuilder("{\"id\":0}");
    for (int i = 1; i < 500; i++) {
      ids.append(",{\"id\":\"").append("x".repeat(200)).append(i).append("\"}");
    }
    transport.then(200, "{\"data\":[" + ids + "]}");
    PageOutcome outcome = desk.first();
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).reason()).contains("set a smaller pageSize");
  }
}
