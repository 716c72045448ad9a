package dev.tidemark.simulators.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.schedule.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final Lev lev = Lev.start(ServerSettings.defaults().withResets(), DatasetPlan.of(1, 60));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @Test
  void a_reply_waits_as_long_as_it_is_told() {
    lev.quirks().add("deals", new Delivery.Delayed(Duration.ofMillis(120)));
    assertThat(spent()).isGreaterThanOrEqualTo(Duration.ofMillis(120));
  }

  @Test
  void a_dripping_body_arrives_whole_and_late() {
    lev.quirks().add("deals", new Delivery.Dripping(8_000, Duration.ofMillis(40)));
    assertThat(spent()).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    assertThat(client.get("deals").json().get("data")).hasSize(50);
  }

  @Test
  void a_short_body_ends_before_its_length() {
    lev.quirks().add("deals", Schedule.at(1), new Delivery.ShortBody(10));
    assertThatThrownBy(() -> client.get("deals")).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get("deals").status()).isEqualTo(200);
  }

  @Test
  void a_chunked_body_ends_without_its_last_chunk() throws IOException {
    lev.quirks().add("deals", new Delivery.ChunkedCut(100));
    assertThatThrownBy(() -> client.get("deals")).isInstanceOf(UncheckedIOException.class);
    assertThat(raw()).containsIgnoringCase("Transfer-Encoding: chunked").endsWith("\r\n");
    assertThat(raw()).doesNotContain("\r\n0\r\n");
  }

  @Test
  void a_connection_may_close_without_a_byte() throws IOException {
    lev.quirks().add("deals", new Delivery.HungUp());
    assertThat(raw()).isEmpty();
  }

  @Test
  void a_connection_may_be_reset_before_the_answer() {
    lev.quirks().add("deals", new Delivery.Reset(0));
    assertThatThrownBy(this::raw).isInstanceOf(SocketException.class).hasMessageContaining("reset");
  }

  @Test
  void a_connection_may_be_reset_in_the_middle_of_the_body() {
    lev.quirks().add("deals", Schedule.at(1), new Delivery.Reset(500));
    assertThatThrownBy(() -> client.get("deals"))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasStackTraceContaining("reset");
    assertThat(client.get("deals").status()).isEqualTo(200);
  }

  @Test
  void without_a_line_that_can_be_cut_a_reset_is_a_short_body() {
    try (Lev plain = Lev.start(DatasetPlan.of(1, 60))) {
      plain.quirks().add("deals", new Delivery.Reset(500));
      assertThatThrownBy(() -> Client.of(plain).get("deals"))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  private Duration spent() {
    long start = System.nanoTime();
    assertThat(client.get("deals").status()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Everything that the server sends before the connection ends, without a client's judgement. */
  private String raw() throws IOException {
    String request =
        "GET /api/external/v2/deals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + Lev.API_KEY
            + "\r\nX-Origin-App: t\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), lev.baseUri().getPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), UTF_8);
      }
    }
  }
}
