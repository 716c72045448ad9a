package dev.tidemark.simulators.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.askelephant.AskElephantQuirk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.schedule.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyQuirkTest {
  private final Lev lev = Lev.start(DatasetPlan.of(1, 60));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @Test
  void a_gateway_answers_in_html_with_502_or_with_200() {
    assertThat(met(new ReplyQuirk.Html(502)).status()).isEqualTo(502);
    Answer captive = met(new ReplyQuirk.Html(200));
    assertThat(captive.status()).isEqualTo(200);
    assertThat(captive.header("Content-Type")).isEqualTo("text/html");
    assertThat(captive.body()).startsWith("<html>");
  }

  @Test
  void a_page_may_be_204_or_have_no_body() {
    assertThat(met(new ReplyQuirk.NoContent()).status()).isEqualTo(204);
    Answer empty = met(new ReplyQuirk.EmptyBody());
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void a_good_body_may_come_under_a_wrong_media_type() {
    Answer answer = met(new ReplyQuirk.ContentType("text/plain"));
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    assertThat(answer.json().get("data")).hasSize(50);
  }

  @Test
  void a_redirect_points_to_another_host() {
    Answer answer = met(new ReplyQuirk.Redirect(URI.create("https://elsewhere.example/deals")));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("https://elsewhere.example/deals");
  }

  @Test
  void anything_else_may_be_canned() {
    Answer answer = met(new ReplyQuirk.Canned(200, "application/json", "{\"data\":["));
    assertThat(answer.body()).isEqualTo("{\"data\":[");
  }

  @Test
  void gzip_is_for_those_who_accept_it() throws IOException, InterruptedException {
    lev.quirks().add("deals", new ReplyQuirk.Gzip());
    assertThat(client.get("deals").header("Content-Encoding")).isEmpty();
    var response =
        client
            .http()
            .send(
                client.request("deals").header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    try (InputStream plain = new GZIPInputStream(response.body())) {
      assertThat(new String(plain.readAllBytes(), UTF_8)).startsWith("{\"request_id\"");
    }
  }

  @Test
  void another_vendors_quirk_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lev.quirks().add("deals", new AskElephantQuirk.CursorRejected()));
  }

  private Answer met(ReplyQuirk quirk) {
    lev.quirks().add("deals", Schedule.at(1), quirk);
    return client.get("deals");
  }
}
