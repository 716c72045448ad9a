package dev.tidemark.simulators.lev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.Walk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter.Reaction;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevQuirkTest {
  private static final String BOUND = "2026-03-01T00:00:00Z";

  private final Lev lev = Lev.start(DatasetPlan.of(5, 60));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @Test
  void the_429_of_june_2026_says_the_wait_in_a_member() {
    lev.quirks().add("deals", limited(LevErrorShape.JUNE_2026, RetryHint.ABSENT));
    Answer answer = client.get("deals");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEmpty();
    assertThat(answer.json().get("error"))
        .hasToString(
            "{\"status\":429,\"type\":\"rate_limit_exceeded\",\"message\":\"Per-minute API rate"
                + " limit reached. Contact help@lev.com if you need a higher"
                + " tier.\",\"details\":{},"
                + "\"limit_type\":\"requests_per_minute\",\"retry_after_seconds\":30}");
  }

  @Test
  void the_429_of_march_2026_says_the_wait_in_prose() {
    lev.quirks().add("deals", limited(LevErrorShape.MARCH_2026, RetryHint.ABSENT));
    assertThat(client.get("deals").json().get("error"))
        .hasToString(
            "{\"code\":\"RATE_LIMITED\","
                + "\"message\":\"Rate limit exceeded. Retry after 30 seconds.\"}");
  }

  @Test
  void a_429_may_carry_retry_after() {
    lev.quirks().add("deals", limited(LevErrorShape.JUNE_2026, RetryHint.SECONDS));
    assertThat(client.get("deals").header("Retry-After")).isEqualTo("30");
  }

  @Test
  void a_quirk_may_come_at_every_second_request() {
    lev.quirks()
        .add("deals", Schedule.every(2), limited(LevErrorShape.JUNE_2026, RetryHint.ABSENT));
    assertThat(client.get("deals").status()).isEqualTo(200);
    assertThat(client.get("deals").status()).isEqualTo(429);
    assertThat(client.get("deals").status()).isEqualTo(200);
  }

  @Test
  void deals_honour_the_filter_by_update_unless_told_otherwise() {
    assertThat(filtered("deals")).isBetween(1, 59);
    lev.quirks().add("deals", new LevQuirk.UpdatedAtFilter(Reaction.IGNORED));
    assertThat(filtered("deals")).isEqualTo(60);
  }

  @Test
  void the_filter_by_update_may_be_refused() {
    lev.quirks().add("deals", new LevQuirk.UpdatedAtFilter(Reaction.REFUSED));
    assertThat(client.get("deals", "filter[updated_at][gte]", BOUND).status()).isEqualTo(422);
    assertThat(client.get("deals").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(LevErrorShape.class)
  void every_error_comes_in_the_shape_that_is_set(LevErrorShape shape) {
    lev.quirks().add(Planned.ANY, new LevQuirk.ErrorsShapedAs(shape));
    Answer answer = client.get("deals/999");
    assertThat(answer.status()).isEqualTo(404);
    switch (shape) {
      case JUNE_2026 -> assertThat(answer.json().at("/error/type").asText()).isEqualTo("not_found");
      case MARCH_2026 ->
          assertThat(answer.json().at("/error/code").asText()).isEqualTo("NOT_FOUND");
      case STRING -> assertThat(answer.json().get("error").isTextual()).isTrue();
    }
  }

  @Test
  void trouble_at_the_door_has_its_status() {
    assertThat(status(new LevQuirk.Unauthorized())).isEqualTo(401);
    assertThat(status(new LevQuirk.Forbidden("deals:read"))).isEqualTo(403);
    assertThat(status(new LevQuirk.ServerError(500))).isEqualTo(500);
    assertThat(status(new LevQuirk.ServerError(503))).isEqualTo(503);
    assertThat(client.get("deals").status()).isEqualTo(200);
  }

  @Test
  void an_account_that_is_required_is_said_in_a_string() {
    lev.quirks().add("deals", new LevQuirk.ActiveAccountRequired());
    Answer answer = client.get("deals");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).startsWith("Active account required.");
  }

  @Test
  void a_record_that_may_not_be_seen_answers_404_and_stays_in_the_list() {
    lev.quirks().add("deals/{id}", new LevQuirk.HiddenAsNotFound());
    assertThat(client.get("deals/7001").status()).isEqualTo(404);
    assertThat(client.get("deals").json().at("/data/0/id").asLong()).isEqualTo(7001);
  }

  @Test
  void a_good_cursor_is_rejected_once_after_two_pages() {
    lev.quirks().add("deals", Schedule.at(3), new LevQuirk.CursorRejected());
    String second = client.get("deals", "limit", 5).json().at("/pagination/next_cursor").asText();
    String third =
        client
            .get("deals", "limit", 5, "cursor", second)
            .json()
            .at("/pagination/next_cursor")
            .asText();
    assertThat(client.get("deals", "limit", 5, "cursor", third).status()).isEqualTo(400);
    assertThat(client.get("deals", "limit", 5, "cursor", third).status()).isEqualTo(200);
  }

  @Test
  void a_first_page_has_no_cursor_to_reject() {
    lev.quirks().add("deals", Schedule.at(1), new LevQuirk.CursorRejected());
    assertThat(Walk.of(client, "deals", "limit", 30).pages()).isEqualTo(2);
  }

  private static LevQuirk limited(LevErrorShape shape, RetryHint form) {
    return new LevQuirk.RateLimited(shape, form, 30);
  }

  private int filtered(String resource) {
    return client
        .get(resource, "filter[updated_at][gte]", BOUND, "limit", 200)
        .json()
        .get("data")
        .size();
  }

  private int status(LevQuirk quirk) {
    lev.quirks().add("deals", Schedule.at(1), quirk);
    return client.get("deals").status();
  }
}
