package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.Account;
import dev.tidemark.sync.event.EventException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An API that says whose account it shows: keys come and go, the account stays. */
class AccountTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"things\"}";
  private static final String REBIND = "{\"action\":\"rebind\"}";
  private static final Duration LONG = Bench.LONG;

  private final TellingApi api = new TellingApi();

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asText();
  }

  private Account bound() {
    return Objects.requireNonNull(api.bindings.read("telling")).account();
  }

  @Test
  void a_connection_belongs_to_the_account_that_answered_first() {
    assertThat(outcome(api.drive(SYNC, LONG))).isEqualTo("completed");
    assertThat(bound()).isEqualTo(new Account("https://api.telling.example", "1"));
    api.key("another-key-of-1");
    assertThat(outcome(api.drive(SYNC, LONG))).isEqualTo("completed");
  }

  @Test
  void a_key_of_another_account_is_refused_before_a_page() {
    api.drive(SYNC, LONG);
    api.account("2");
    int pages = api.pages();
    JsonNode answer = api.drive(SYNC, LONG);
    assertThat(outcome(answer)).isEqualTo("refused");
    assertThat(answer.path("reason").asText())
        .isEqualTo(
            "connection telling belongs to https://api.telling.example (account 1), not to"
                + " https://api.telling.example (account 2); name another with --connection, or"
                + " rebind");
    assertThat(api.pages()).isEqualTo(pages);
    assertThat(answer.path("checkpoint").path("watermark").isTextual()).isTrue();
  }

  @Test
  void a_rebind_to_another_account_forgets_how_far_the_first_was_read() {
    api.drive(SYNC, LONG);
    api.account("2");
    JsonNode rebound = api.drive(REBIND, LONG);
    assertThat(rebound.path("before").path("account").asText()).isEqualTo("1");
    assertThat(rebound.path("now").path("account").asText()).isEqualTo("2");
    assertThat(rebound.path("forgotten").path(0).asText()).isEqualTo("things");
    assertThat(outcome(api.drive(SYNC, LONG))).isEqualTo("completed");
  }

  @Test
  void an_account_that_moved_and_is_still_the_same_keeps_its_checkpoints() {
    api.drive(SYNC, LONG);
    api.origin("https://eu.telling.example");
    assertThat(outcome(api.drive(SYNC, LONG))).isEqualTo("refused");
    JsonNode rebound = api.drive(REBIND, LONG);
    assertThat(outcome(rebound)).isEqualTo("applied");
    assertThat(rebound.path("forgotten")).isEmpty();
    assertThat(outcome(api.drive(SYNC, LONG))).isEqualTo("completed");
  }

  @Test
  void an_account_that_is_refused_or_broken_fails_as_a_page_does_and_goes_on_later() {
    api.accountAnswers(503);
    JsonNode failed = api.drive(SYNC, LONG);
    assertThat(outcome(failed)).isEqualTo("failed");
    assertThat(failed.path("reason").asText()).contains("answered 503");
    assertThat(api.pages()).isZero();
    api.accountAnswers(403);
    assertThat(api.drive(SYNC, LONG).path("reason").asText()).contains("scope or role");
    assertThat(api.bindings.read("telling")).isNull();
    api.accountAnswers(200);
    assertThat(outcome(api.drive(SYNC, LONG))).isEqualTo("completed");
  }

  @Test
  void an_account_that_turns_out_another_in_the_middle_of_a_leg_fails_it() {
    api.drive(SYNC, LONG);
    int pages = api.pages();
    api.account("2").accountAnswers(503, 200);
    JsonNode answer = api.drive(SYNC, LONG);
    assertThat(outcome(answer)).isEqualTo("failed");
    assertThat(answer.path("reason").asText()).contains("(account 1), not to");
    assertThat(answer.path("checkpoint").path("watermark").asText())
        .isEqualTo("2026-01-02T00:00:00Z");
    assertThat(api.pages()).isEqualTo(pages);
  }

  @Test
  void a_rebind_that_cannot_ask_changes_nothing() {
    api.drive(SYNC, LONG);
    api.account("2").accountAnswers(401);
    assertThatThrownBy(() -> api.drive(REBIND, LONG))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("the account is unknown: https://api.telling.example answered 401");
    assertThat(bound().id()).isEqualTo("1");
  }
}
