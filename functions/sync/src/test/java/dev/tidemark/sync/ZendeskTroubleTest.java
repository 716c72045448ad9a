package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.LogEntry;
import dev.tidemark.simulators.zendesk.Zendesk;
import dev.tidemark.simulators.zendesk.ZendeskErrorShape;
import dev.tidemark.simulators.zendesk.ZendeskQuirk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zendesk in trouble, and what a run makes of it. */
class ZendeskTroubleTest {
  private final Bench desk = Bench.zendesk(35);
  private final Zendesk zendesk = (Zendesk) desk.simulator;

  @AfterEach
  void close() {
    desk.close();
  }

  private JsonNode run(String resource) {
    return desk.drive("{\"action\":\"sync\",\"resource\":\"" + resource + "\"}", Bench.LONG);
  }

  private JsonNode completes() {
    JsonNode answer = run("tickets");
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    assertThat(desk.published("tickets")).isEqualTo(desk.truth("tickets"));
    assertThat(StandingRecords.of(desk, "tickets").records(_ -> true)).doesNotHaveDuplicates();
    return answer;
  }

  private List<Integer> statuses() {
    return zendesk.log().entries("tickets").stream().map(LogEntry::status).toList();
  }

  @ParameterizedTest
  @CsvSource({"SECONDS, true", "SECONDS, false", "HTTP_DATE, false"})
  void a_request_too_many_waits_as_long_as_it_is_told(RetryHint form, boolean plain) {
    zendesk.quirks().add("tickets", Schedule.at(2), new ZendeskQuirk.RateLimited(form, 57, plain));
    JsonNode answer = completes();
    assertThat(answer.at("/tally/throttled").asInt()).isEqualTo(1);
    List<LogEntry> log = zendesk.log().entries("tickets");
    Duration waited = Duration.between(log.get(1).request().at(), log.get(2).request().at());
    assertThat(waited).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(90));
  }

  @Test
  void buckets_are_kept_to_by_their_headers_so_that_nothing_is_asked_for_in_vain() {
    zendesk.quirks().add("*", new ZendeskQuirk.Buckets(2, 20, RetryHint.SECONDS));
    completes();
    assertThat(statuses()).containsOnly(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5})
  void a_page_that_takes_too_long_is_halved_until_it_does_not(int most) {
    zendesk.quirks().add("tickets", new ZendeskQuirk.GatewayTimeoutAbove(most));
    completes();
    assertThat(statuses()).contains(504, 200);
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 500, 502, 503})
  void trouble_passes(int status) {
    zendesk.quirks().add("tickets", Schedule.at(2), new ZendeskQuirk.Trouble(status));
    assertThat(completes().at("/tally/retries").asInt()).isEqualTo(1);
  }

  @Test
  void a_token_that_ends_in_the_middle_is_replaced_once() {
    zendesk.hooks().beforeAnswer("tickets", Schedule.at(3), zendesk.tokens()::expireAll);
    completes();
    assertThat(statuses()).containsOnlyOnce(401);
    assertThat(zendesk.tokens().issued()).isEqualTo(2);
  }

  @Test
  void a_token_that_lasts_thirty_minutes_is_renewed_before_its_end() {
    zendesk
        .hooks()
        .beforeSend("tickets", Schedule.at(2), () -> desk.clock.advance(Duration.ofMinutes(29)));
    JsonNode answer = completes();
    assertThat(statuses()).containsOnly(200);
    assertThat(zendesk.tokens().issued()).as("%s", answer).isGreaterThan(1);
  }

  @Test
  void a_token_that_is_refused_again_and_again_fails_the_run() {
    zendesk.quirks().add("tickets", Schedule.from(2), new ZendeskQuirk.TokenExpired());
    JsonNode answer = run("tickets");
    assertThat(answer.path("outcome").asText()).isEqualTo("failed");
    assertThat(answer.path("reason").asText()).contains("401", "credential");
    assertThat(answer.path("requestId").asText()).isNotEmpty();
    assertThat(zendesk.log().count()).isLessThan(10);
  }

  @ParameterizedTest
  @EnumSource(ZendeskErrorShape.class)
  void a_refusal_is_understood_in_every_shape(ZendeskErrorShape shape) {
    zendesk.quirks().add("*", new ZendeskQuirk.ErrorsShapedAs(shape));
    zendesk.quirks().add("tickets", Schedule.at(2), new ZendeskQuirk.Forbidden());
    JsonNode answer = run("tickets");
    assertThat(answer.path("outcome").asText()).isEqualTo("failed");
    assertThat(answer.path("reason").asText()).contains("answered 403 (").doesNotContain("{");
    assertThat(answer.path("requestId").asText()).isNotEmpty();
    zendesk.quirks().clear();
    completes();
  }

  @Test
  void a_feature_that_is_missing_says_so_and_a_custom_object_that_is_not_there() {
    zendesk.quirks().add("users", new ZendeskQuirk.FeatureMissing());
    assertThat(run("users").path("reason").asText()).contains("404");
    assertThat(run("custom_object_records.nothing").path("reason").asText()).contains("404");
  }
}
