package dev.tidemark.simulators.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZendeskTroubleTest {
  private static final String USERS = "incremental/users/cursor";
  private static final String TICKETS = "incremental/tickets/cursor";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-15T12:00:20Z"));
  private final Zendesk zendesk =
      Zendesk.start(ServerSettings.defaults().withClock(now::get), DatasetPlan.of(5, 30));
  private final Client client = Client.of(zendesk);

  @AfterEach
  void close() {
    zendesk.close();
  }

  @Nested
  class TheRate {
    @Test
    void is_ten_exports_a_minute_and_twenty_of_users_with_buckets_in_headers() {
      zendesk.quirks().add("*", new ZendeskQuirk.Buckets(10, 20, RetryHint.SECONDS));
      Answer first = get(TICKETS);
      assertThat(first.header("zendesk-ratelimit-incremental-exports"))
          .isEqualTo("total=10; remaining=9; resets=40");
      for (int i = 0; i < 9; i++) {
        assertThat(get("incremental/organizations").status()).isEqualTo(200);
      }
      Answer refused = get(TICKETS);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("40");
      assertThat(get(USERS).header("Zendesk-RateLimit-incremental-exports-cursor"))
          .isEqualTo("total=20; remaining=19; resets=40");
      assertThat(client.get("users/35436").status()).isEqualTo(200);
      now.updateAndGet(time -> time.plusSeconds(40));
      assertThat(get(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void has_no_headers_and_no_end_unless_told_so() {
      assertThat(get(TICKETS).header("zendesk-ratelimit-incremental-exports")).isEmpty();
    }

    @Test
    void may_be_exceeded_at_any_time_in_json_or_plain() {
      var json = new ZendeskQuirk.RateLimited(RetryHint.SECONDS, 17, false);
      var plain = new ZendeskQuirk.RateLimited(RetryHint.ABSENT, 17, true);
      zendesk.quirks().add("tickets", Schedule.at(1), json);
      zendesk.quirks().add("tickets", Schedule.at(2), plain);
      Answer first = get(TICKETS);
      assertThat(first.status()).isEqualTo(429);
      assertThat(first.header("Retry-After")).isEqualTo("17");
      assertThat(first.json().get("description").asText()).startsWith("Number of allowed");
      assertThat(get(TICKETS).body())
          .isEqualTo("Number of allowed incremental export API requests per minute exceeded");
    }
  }

  @Nested
  class AnAccessToken {
    @Test
    void is_granted_for_client_credentials_and_lets_in() {
      Answer granted = grant("read");
      assertThat(granted.json())
          .hasToString(
              "{\"access_token\":\"zd-access-1\",\"token_type\":\"bearer\","
                  + "\"scope\":\"read\",\"expires_in\":1800}");
      assertThat(bearer(granted).get("users/35436").status()).isEqualTo(200);
      assertThat(zendesk.tokens().issued()).isEqualTo(1);
    }

    @Test
    void expires_by_the_clock() {
      Client bearer = bearer(grant("read"));
      now.updateAndGet(time -> time.plusSeconds(1799));
      assertThat(bearer.get(USERS, "start_time", 1).status()).isEqualTo(200);
      now.updateAndGet(time -> time.plusSeconds(1));
      Answer expired = bearer.get(USERS, "start_time", 1);
      assertThat(expired.status()).isEqualTo(401);
      assertThat(expired.json().get("error").asText()).isEqualTo("invalid_token");
    }

    @Test
    void expires_in_the_middle_of_a_walk_after_some_requests_or_on_demand() {
      zendesk.tokens().lastForRequests(2);
      Client bearer = bearer(grant("read"));
      assertThat(bearer.get(USERS, "start_time", 1).status()).isEqualTo(200);
      assertThat(bearer.get(USERS, "start_time", 1).status()).isEqualTo(200);
      assertThat(bearer.get(USERS, "start_time", 1).status()).isEqualTo(401);
      Client again = bearer(grant("read"));
      zendesk.tokens().expireAll();
      assertThat(again.get(USERS, "start_time", 1).status()).isEqualTo(401);
    }

    @Test
    void may_be_taken_for_expired_while_an_api_token_is_not() {
      Client bearer = bearer(grant("read"));
      zendesk.quirks().add("users", Schedule.next(2), new ZendeskQuirk.TokenExpired());
      assertThat(bearer.get(USERS, "start_time", 1).status()).isEqualTo(401);
      assertThat(get(USERS).status()).isEqualTo(200);
      assertThat(bearer.get(USERS, "start_time", 1).status()).isEqualTo(200);
    }

    @Test
    void reads_what_its_scope_covers() {
      Answer typo = bearer(grant("raed")).get(USERS, "start_time", 1);
      assertThat(typo.status()).isEqualTo(403);
      assertThat(typo.json().get("description").asText())
          .isEqualTo("You are missing the following required scopes: read");
      assertThat(grant("read write").json().get("error").asText()).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "application/json | {\"grant_type\":\"password\"} | 400 | unsupported_grant_type",
          "application/json | {\"grant_type\":\"client_credentials\"} | 401 | invalid_client",
          "application/json | nonsense | 400 | invalid_request",
          "application/x-www-form-urlencoded | grant_type=x | 400 | invalid_request"
        })
    void is_refused_to_a_bad_request(String type, String body, int status, String error) {
      Answer answer = client.post("/oauth/tokens", type, body);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().get("error").asText()).isEqualTo(error);
    }

    @Test
    void leaves_no_secret_in_the_log() {
      bearer(grant("read")).get("users/35436");
      assertThat(zendesk.log().count("oauth/tokens")).isEqualTo(1);
      assertThat(zendesk.log().entries().toString())
          .doesNotContain(Zendesk.CLIENT_SECRET, "zd-access-1");
    }

    private Answer grant(String scope) {
      String body =
          "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\","
                  .formatted(Zendesk.CLIENT_ID, Zendesk.CLIENT_SECRET)
              + "\"scope\":\""
              + scope
              + "\"}";
      return client.without("Authorization").post("/oauth/tokens", "application/json", body);
    }

    private Client bearer(Answer granted) {
      return client.with("Authorization", "Bearer " + granted.json().get("access_token").asText());
    }
  }

  @Test
  void pages_above_a_size_time_out_at_the_gateway() {
    zendesk.quirks().add("tickets", new ZendeskQuirk.GatewayTimeoutAbove(250));
    Answer large = get(TICKETS);
    assertThat(large.status()).isEqualTo(504);
    assertThat(large.body()).isEqualTo("upstream request timeout");
    assertThat(client.get(TICKETS, "start_time", 1, "per_page", 251).status()).isEqualTo(504);
    assertThat(client.get(TICKETS, "start_time", 1, "per_page", 250).status()).isEqualTo(200);
  }

  @Test
  void trouble_at_the_door_has_its_status() {
    assertThat(met(new ZendeskQuirk.Unauthorized()).status()).isEqualTo(401);
    assertThat(met(new ZendeskQuirk.Forbidden()).json().at("/error/title").asText())
        .isEqualTo("Forbidden");
    assertThat(met(new ZendeskQuirk.FeatureMissing()).json().get("error").asText())
        .isEqualTo("InvalidEndpoint");
    assertThat(met(new ZendeskQuirk.Trouble(409)).status()).isEqualTo(409);
    Answer down = met(new ZendeskQuirk.Trouble(503, RetryHint.SECONDS, 9));
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.header("Retry-After")).isEqualTo("9");
    assertThat(get(TICKETS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(ZendeskErrorShape.class)
  void every_error_comes_in_the_shape_that_is_set(ZendeskErrorShape shape) {
    zendesk.quirks().add("*", new ZendeskQuirk.ErrorsShapedAs(shape));
    Answer answer = client.get("tickets/5");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type"))
        .isEqualTo(shape == ZendeskErrorShape.PLAIN ? "text/plain" : "application/json");
    assertThat(answer.body())
        .isEqualTo(
            switch (shape) {
              case WORD -> "{\"error\":\"Not found\"}";
              case TITLED -> "{\"error\":{\"title\":\"RecordNotFound\",\"message\":\"Not found\"}}";
              case DESCRIBED -> "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}";
              case LISTED ->
                  "{\"errors\":[{\"code\":\"RecordNotFound\",\"title\":\"Invalid attribute\","
                      + "\"detail\":\"Not found\"}]}";
              case DETAILED ->
                  "{\"error\":\"RecordNotFound\",\"description\":\"Not"
                      + " found\",\"details\":{\"base\":[{\"description\":\"Not"
                      + " found\",\"error\":\"RecordNotFound\"}]}}";
              case OAUTH -> "{\"error\":\"RecordNotFound\",\"error_description\":\"Not found\"}";
              case PLAIN -> "Not found";
            });
  }

  private Answer get(String path) {
    return client.get(path, "start_time", 1);
  }

  private Answer met(ZendeskQuirk quirk) {
    zendesk.quirks().add("tickets", Schedule.at(1), quirk);
    return get(TICKETS);
  }
}
