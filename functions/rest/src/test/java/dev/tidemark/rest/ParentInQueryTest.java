package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Children of a list that a query parameter selects say themselves whose they are. */
class ParentInQueryTest {
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
            deals: {path: /deals, pagination: {kind: none}}
            comments:
              parent: deals
              path: /comments
              parameters: {filter: "deal eq '{parent}'"}
              parentId: deal.id
              pagination: {kind: none}
          """);

  private final CannedTransport transport = new CannedTransport();
  private final SourceConnection source =
      Desk.account(ACME, URI.create(AnyApi.BASE), "hush-hush", Settings.DEFAULT);
  private final Desk desk = Desk.at(source, "comments", transport, AnyApi.NOW);

  private PageOutcome of(String deal, String comments) throws InterruptedException {
    transport.then(200, "{\"data\":[{\"id\":" + deal + "}]}");
    String next = String.valueOf(((Delivered) desk.first()).next());
    transport.then(200, "{\"data\":[" + comments + "]}");
    return desk.next(next);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      value = {"7,7", "7,\"7\"", "\"a b\",\"a b\""})
  void a_child_of_the_parent_that_was_asked_for_lands(String deal, String named)
      throws InterruptedException {
    String json = "{\"id\":1,\"deal\":{\"id\":" + named + "}}";
    assertThat(of(deal, json)).isInstanceOf(Delivered.class);
    assertThat(desk.taken().records()).extracting(Taken.Landed::json).containsExactly(json);
    assertThat(transport.asked().getLast().uri().getQuery())
        .isEqualTo("filter=deal eq '" + deal.replace("\"", "") + "'");
  }

  @Test
  void a_child_of_another_parent_fails_the_run() throws InterruptedException {
    assertThat(((Refused) of("7", "{\"id\":1,\"deal\":{\"id\":8}}")).reason())
        .contains(
            "asked for the children of 7, the API shows one whose deal.id is 8",
            "it does not heed the parameter",
            "correct parameters or parentId");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"id\":1}", "{\"id\":1,\"deal\":{\"id\":null}}", "{\"id\":1,\"deal\":null}"})
  void a_child_that_does_not_say_whose_it_is_fails_the_run(String json)
      throws InterruptedException {
    assertThat(((Refused) of("7", json)).reason())
        .contains("a record does not say whose it is", "deal.id is no text and no number");
  }
}
