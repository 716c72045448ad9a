package dev.tidemark.simulators.askelephant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskElephantQuirkTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:20Z");

  private final AskElephant elephant =
      AskElephant.start(ServerSettings.defaults().withClock(() -> NOW), DatasetPlan.of(5, 60));
  private final Client client = Client.of(elephant);

  @AfterEach
  void close() {
    elephant.close();
  }

  @Test
  void retry_after_comes_in_seconds_or_as_a_date_or_not_at_all() {
    assertThat(limited(RetryHint.SECONDS)).isEqualTo("17");
    assertThat(limited(RetryHint.HTTP_DATE)).isEqualTo("Mon, 15 Jun 2026 12:00:37 GMT");
    assertThat(limited(RetryHint.ABSENT)).isEmpty();
  }

  @Test
  void trouble_at_the_door_has_its_status() {
    assertThat(met(new AskElephantQuirk.Forbidden("tags:read")).status()).isEqualTo(403);
    assertThat(met(new AskElephantQuirk.ServerError(504)).status()).isEqualTo(504);
    Answer revoked = met(new AskElephantQuirk.Unauthorized());
    assertThat(revoked.status()).isEqualTo(401);
    assertThat(revoked.header("WWW-Authenticate")).isNotEmpty();
  }

  @Test
  void a_good_cursor_may_be_rejected_with_either_status() {
    String cursor = client.get("tags").json().get("next_cursor").asText();
    elephant.quirks().add("tags", Schedule.next(2), new AskElephantQuirk.CursorRejected());
    elephant.quirks().add("tags", Schedule.at(2), new AskElephantQuirk.CursorsRefusedWith422());
    assertThat(client.get("tags", "cursor", cursor).status()).isEqualTo(400);
    assertThat(client.get("tags", "cursor", cursor).status()).isEqualTo(422);
    assertThat(client.get("tags", "cursor", cursor).status()).isEqualTo(200);
  }

  private String limited(RetryHint form) {
    Answer answer = met(new AskElephantQuirk.RateLimited(form, 17));
    assertThat(answer.status()).isEqualTo(429);
    return answer.header("Retry-After");
  }

  private Answer met(AskElephantQuirk quirk) {
    elephant.quirks().add("tags", Schedule.at(1), quirk);
    return client.get("tags");
  }
}
