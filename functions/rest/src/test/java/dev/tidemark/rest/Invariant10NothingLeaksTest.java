package dev.tidemark.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.OwnServer;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that repeats what it was sent, in every place that is shown or stored. */
class Invariant10NothingLeaksTest {
  private static final String SECRET = "lev_sk_s3cr3t/+=hush";

  private final OwnServer server = new OwnServer();
  private final Desk desk = Desk.at(Desk.account("lev", server.uri(), SECRET, Map.of()), "deals");

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 400, 401, 403, 404, 422, 429, 500, 503})
  void a_secret_does_not_come_back_out_of_any_answer(int status) throws InterruptedException {
    for (String form :
        new String[] {
          "%s",
          "{\"request_id\":\"%s\",\"error\":{\"message\":\"no: %s\",\"title\":\"%s\"}}",
          "{\"error\":\"%s\"}",
          "{\"request_id\":\"%s\",\"data\":[],\"pagination\":{\"has_more\":true}}",
          "{\"request_id\":\"%s\",\"data\":[],\"pagination\":{\"has_more\":false}}"
        }) {
      server.answer(
          status,
          exchange -> {
            String sent = exchange.getRequestHeaders().getFirst("Authorization");
            return status == 204 ? new byte[0] : form.replace("%s", sent).getBytes(UTF_8);
          });
      assertHidden(desk.first());
      assertHidden(desk.next("c"));
    }
    assertThat(server.headers().get("Authorization")).containsExactly("Bearer " + SECRET);
  }

  @Test
  void a_secret_does_not_come_back_in_another_spelling() throws InterruptedException {
    for (String spelling :
        new String[] {
          Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)),
          URLEncoder.encode(SECRET, UTF_8)
        }) {
      server.answer(403, Map.of(), ("{\"error\":\"" + spelling + "\"}").getBytes(UTF_8));
      PageOutcome outcome = desk.first();
      assertThat(outcome.toString()).contains("[redacted]").doesNotContain(spelling);
    }
  }

  @Test
  void a_secret_is_not_in_what_a_connection_says_of_itself() {
    SourceConnection account = Desk.account("lev", server.uri(), SECRET, Map.of());
    assertThat(account.toString()).contains("Authorization: …").doesNotContain("hush");
  }

  private static void assertHidden(PageOutcome outcome) {
    assertThat(outcome.toString()).doesNotContain("hush", "s3cr3t");
  }
}
