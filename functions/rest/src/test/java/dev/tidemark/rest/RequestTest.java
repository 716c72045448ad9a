package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.server.QueryString.Parameter;
import dev.tidemark.simulators.server.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00.123456Z");
  private static final String EMPTY = "{\"data\":[],\"has_more\":false,\"next_cursor\":null}";

  private final CannedTransport transport = new CannedTransport();

  private Desk canned(String base, Map<String, String> settings) {
    return Desk.at(
        Desk.account("askelephant", URI.create(base), "sk-apik_x", settings),
        "contacts",
        transport.then(200, EMPTY),
        FROM);
  }

  @Test
  void carries_the_credential_and_the_headers_of_the_definition() throws InterruptedException {
    try (Lev lev = Lev.start(DatasetPlan.of(1, 1));
        Desk desk = Desk.at(Desk.lev(lev), "deals")) {
      assertThat(desk.first()).as("the simulator checks the key").isInstanceOf(Delivered.class);
      Request request = lev.log().entries().getFirst().request();
      assertThat(request.header("X-Origin-App")).isEqualTo("tidemark");
      assertThat(request.header("Accept")).isEqualTo("application/json");
      assertThat(request.header("Accept-Encoding")).isEqualTo("gzip");
      assertThat(request.header("User-Agent")).isEqualTo("tidemark");
      assertThat(request.header("Cookie")).isNull();
    }
  }

  @Test
  void shows_an_askelephant_key_raw_and_a_token_as_bearer() throws InterruptedException {
    for (String credential :
        List.of(
            AskElephant.API_KEY,
            "{\"apiKey\":\"" + AskElephant.API_KEY + "\"}",
            "{\"accessToken\":\"" + AskElephant.OAUTH_TOKEN + "\"}",
            AskElephant.OAUTH_TOKEN)) {
      try (AskElephant ask = AskElephant.start(DatasetPlan.of(1, 1));
          Desk desk =
              Desk.at(Desk.account("askelephant", ask.baseUri(), credential, Map.of()), "tags")) {
        assertThat(desk.first()).isInstanceOf(Delivered.class);
      }
    }
  }

  @Test
  void repeats_every_parameter_on_every_page() throws InterruptedException {
    try (AskElephant ask = AskElephant.start(DatasetPlan.of(1, 45));
        Desk desk = Desk.at(Desk.ask(ask), "contacts")) {
      String cursor = null;
      do {
        Delivered page = (Delivered) desk.read(Instant.EPOCH, cursor, Duration.ofSeconds(10));
        cursor = page.next();
      } while (cursor != null);
      List<Request> requests =
          ask.log().entries("contacts").stream().map(entry -> entry.request()).toList();
      assertThat(requests).hasSize(3);
      assertThat(requests)
          .allSatisfy(request ->
              assertThat(request.query().parameters())
                  .contains(
                      new Parameter("order_by", "updated_at:asc"),
                      new Parameter("limit", "20"),
                      new Parameter("filter[updated_at][gte]", "1970-01-01T00:00:00.000Z")));
      assertThat(requests.get(1).query().has("cursor")).isTrue();
    }
  }

  @Test
  void percent_encodes_brackets_and_whatever_a_cursor_holds() throws InterruptedException {
    Desk desk = canned("https://app.askelephant.ai", Map.of());
    desk.read(FROM, "a+b/c=&d e\u00e9#\r\nX: 1", Duration.ofSeconds(1));
    assertThat(transport.asked().getFirst().uri())
        .hasToString(
            "https://app.askelephant.ai/api/v2/contacts?order_by=updated_at%3Aasc&limit=100"
                + "&filter%5Bupdated_at%5D%5Bgte%5D=2026-03-01T00%3A00%3A00.123Z"
                + "&cursor=a%2Bb%2Fc%3D%26d%20e%C3%A9%23%0D%0AX%3A%201");
  }

  @Test
  void goes_to_the_base_url_with_its_path_in_front() throws InterruptedException {
    canned("https://proxy.example.com:8443/ask/", Map.of("pageSize", "7")).first();
    assertThat(transport.asked().getFirst().uri())
        .hasToString(
            "https://proxy.example.com:8443/ask/api/v2/contacts?order_by=updated_at%3Aasc&limit=7");
  }

  @Test
  void may_take_two_minutes_and_no_longer_than_the_leg() throws InterruptedException {
    Desk desk = canned("https://app.askelephant.ai", Map.of());
    transport.then(200, EMPTY);
    desk.read(null, null, Duration.ofMinutes(10));
    desk.read(null, null, Duration.ofSeconds(3));
    assertThat(transport.asked())
        .extracting(CannedTransport.Asked::limit)
        .containsExactly(Duration.ofMinutes(2), Duration.ofSeconds(3));
  }

  @Test
  void shows_the_credential_even_where_a_definition_names_that_header_itself()
      throws InterruptedException {
    String yaml =
        """
        tidemark: 1
        source: acme
        title: Acme
        baseUrl: https://api.acme.example
        auth: {apiKey: {prefix: "Key "}}
        headers: {Authorization: nobody}
        resources:
          all: {path: /all, records: "", id: id, pagination: {kind: none}, order: id, promote: run-start}
        """;
    transport.then(200, "[]");
    Desk.at(
            Desk.account(
                DefinitionReader.read("acme.yaml", yaml),
                URI.create("https://api.acme.example"),
                "hush",
                Settings.DEFAULT),
            "all",
            transport,
            FROM)
        .first();
    assertThat(transport.asked().getFirst().headers()).containsEntry("Authorization", "Key hush");
  }
}
