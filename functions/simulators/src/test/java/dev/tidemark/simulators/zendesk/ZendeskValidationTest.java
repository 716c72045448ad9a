package dev.tidemark.simulators.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZendeskValidationTest {
  private static final String TICKETS = "incremental/tickets/cursor";

  private final Zendesk zendesk = Zendesk.start(DatasetPlan.of(1, 20));
  private final Client client = Client.of(zendesk);

  @AfterAll
  void close() {
    zendesk.close();
  }

  @Nested
  class AtTheDoor {
    @Test
    void an_api_token_or_an_access_token_lets_in() {
      Client bearer = client.with("Authorization", "Bearer " + Zendesk.OAUTH_TOKEN);
      assertThat(client.get("users/35436").status()).isEqualTo(200);
      assertThat(bearer.get("users/35436").status()).isEqualTo(200);
    }

    @Test
    void no_credential_or_a_wrong_one_is_answered_401() {
      assertThat(client.without("Authorization").get("users/35436").json())
          .hasToString("{\"error\":\"Couldn't authenticate you\"}");
      assertThat(basic("wrong").get("users/35436").status()).isEqualTo(401);
      assertThat(basic(Zendesk.EMAIL + "/token:wrong").get("users/35436").status()).isEqualTo(401);
      Answer token = client.with("Authorization", "Bearer wrong").get("users/35436");
      assertThat(token.status()).isEqualTo(401);
      assertThat(token.json().get("error").asText()).isEqualTo("invalid_token");
    }

    @Test
    void a_request_that_accepts_no_json_gets_a_plain_error() {
      Answer answer = client.without("Accept").get("users/35436");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "incremental/tickets",
          "incremental/organizations/cursor",
          "incremental/ticket_events/cursor",
          "incremental/custom_objects/apartment",
          "groups/1",
          "custom_objects/apartment",
          "custom_objects",
          "users/me/identities",
          "incremental/organizations.json",
          "/v2/tickets/1"
        })
    void an_unknown_path_is_an_invalid_endpoint(String path) {
      Answer answer = client.get(path);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().get("error").asText()).isEqualTo("InvalidEndpoint");
    }

    @Test
    void only_get_is_answered() {
      assertThat(client.send("DELETE", "tickets/901").status()).isEqualTo(405);
    }

    private Client basic(String credential) {
      String encoded = Base64.getEncoder().encodeToString(credential.getBytes(UTF_8));
      return client.with("Authorization", "Basic " + encoded);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "incremental/tickets/cursor, per_page, 0, 400",
    "incremental/tickets/cursor, per_page, 1001, 400",
    "incremental/tickets/cursor, per_page, many, 400",
    "incremental/tickets/cursor, per_page, 1000, 200",
    "incremental/tickets/cursor, include, dates, 200",
    "incremental/tickets/cursor, include, metric_sets, 400",
    "incremental/tickets/cursor, support_type_scope, all, 200",
    "incremental/tickets/cursor, support_type_scope, nobody, 400",
    "incremental/tickets/cursor, exclude_deleted, true, 400",
    "incremental/tickets/cursor, sort, id, 400",
    "incremental/users/cursor, include, groups, 400",
    "incremental/users/cursor, support_type_scope, all, 400",
    "incremental/custom_objects/apartment/cursor, filter[exclude_deleted], true, 400",
    "incremental/organizations, cursor, x, 400",
    "incremental/ticket_events, include, comment_events, 200",
    "incremental/ticket_events, include, dates, 400",
    "incremental/ticket_metric_events, include_changes, true, 400"
  })
  void exports_are_strict_about_parameters(String path, String name, String value, int status) {
    assertThat(client.get(path, "start_time", 1, name, value).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "1.5", "-1"})
  void a_start_time_is_an_integer_of_seconds(String start) {
    assertThat(client.get(TICKETS, "start_time", start).status()).isEqualTo(400);
  }

  @Test
  void the_first_request_needs_a_start_time() {
    assertThat(client.get(TICKETS).status()).isEqualTo(400);
    assertThat(client.get("incremental/organizations").status()).isEqualTo(400);
  }

  @Nested
  class ACursor {
    private final String cursor =
        client.get(TICKETS, "start_time", 1, "per_page", 5).json().get("after_cursor").asText();

    @Test
    void goes_on_and_excludes_a_start_time() {
      assertThat(client.get(TICKETS, "cursor", cursor).status()).isEqualTo(200);
      assertThat(client.get(TICKETS, "cursor", cursor, "start_time", 1).status()).isEqualTo(400);
    }

    @Test
    void belongs_to_its_export() {
      Answer answer = client.get("incremental/users/cursor", "cursor", cursor);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/code").asText())
          .isEqualTo("InvalidPaginationParameter");
    }

    @Test
    void is_refused_when_it_is_none() {
      assertThat(client.get(TICKETS, "cursor", "nonsense").status()).isEqualTo(400);
      String ulid = new ZendeskCursor(1, "01HZX").text(false);
      assertThat(client.get(TICKETS, "cursor", ulid).status()).isEqualTo(400);
    }

    @Test
    void with_a_plus_has_to_be_encoded() {
      String plus = new ZendeskCursor(1, "901").text(true);
      assertThat(plus).contains("+");
      assertThat(client.get(TICKETS, "cursor", plus).status()).isEqualTo(200);
      assertThat(client.get(TICKETS + "?cursor=" + plus).status()).isEqualTo(400);
    }
  }
}
