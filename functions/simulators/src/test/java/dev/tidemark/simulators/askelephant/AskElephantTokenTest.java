package dev.tidemark.simulators.askelephant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskElephantTokenTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ASKED =
      "grant_type=client_credentials&client_id=%s&client_secret=%s"
          .formatted(AskElephant.CLIENT_ID, AskElephant.CLIENT_SECRET);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-15T12:00:00Z"));
  private final AskElephant elephant =
      AskElephant.start(ServerSettings.defaults().withClock(now::get), DatasetPlan.of(5, 60));
  private final Client client = Client.of(elephant).without("Authorization");

  @AfterEach
  void close() {
    elephant.close();
  }

  @Test
  void an_access_token_is_granted_and_lets_in_until_it_expires() {
    Answer granted = ask(ASKED + "&scope=tags%3Aread+users%3Aread");
    assertThat(granted.json())
        .hasToString(
            "{\"access_token\":\"ae-access-1\",\"token_type\":\"bearer\","
                + "\"scope\":\"tags:read users:read\",\"expires_in\":3600}");
    Client bearer = bearer(granted);
    assertThat(bearer.get("tags").status()).isEqualTo(200);
    now.updateAndGet(time -> time.plusSeconds(3600));
    Answer expired = bearer.get("tags");
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.header("WWW-Authenticate")).isNotEmpty();
    assertThat(bearer(ask(ASKED)).get("tags").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=password, 400",
    "grant_type=client_credentials, 401",
    "grant_type=client_credentials&client_id=tidemark&client_secret=x, 401",
    "grant_type=%zz, 400",
    "'', 400"
  })
  void a_bad_form_is_refused(String body, int status) {
    Answer answer = ask(body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void a_scope_that_the_client_lacks_and_a_json_body_are_refused() {
    assertThat(ask(ASKED + "&scope=engagements%3Aprivate%3Aread").status()).isEqualTo(400);
    assertThat(client.post("/api/v1/oauth/token", "application/json", "{}").status())
        .isEqualTo(400);
    assertThat(client.get("/api/v1/oauth/token").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "users", "tags", "engagements"})
  void a_single_is_there_until_it_is_deleted(String resource) {
    Client bearer = bearer(ask(ASKED));
    String id = elephant.collection(resource).ids().getFirst();
    assertThat(Json.of(bearer.get(resource + "/" + id).body()).compact())
        .hasToString(elephant.truth(resource).get(id));
    elephant.collection(resource).delete(id);
    assertThat(bearer.get(resource + "/" + id).status()).isEqualTo(404);
  }

  @Test
  void a_private_engagement_is_found_by_who_has_the_scope_only() {
    String id = elephant.collection("engagements").rows(row -> !row.listed()).getFirst().id();
    Client bearer = bearer(ask(ASKED));
    assertThat(bearer.get("engagements/" + id).status()).isEqualTo(404);
    elephant.grant(AskElephant.PRIVATE_SCOPE);
    assertThat(bearer.get("engagements/" + id).status()).isEqualTo(200);
  }

  private Answer ask(String form) {
    return client.post("/api/v1/oauth/token", FORM, form);
  }

  private Client bearer(Answer granted) {
    return client.with("Authorization", "Bearer " + granted.json().get("access_token").asText());
  }
}
