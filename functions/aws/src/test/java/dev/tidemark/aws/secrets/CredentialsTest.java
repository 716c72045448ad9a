package dev.tidemark.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.standin.ScriptedService;
import dev.tidemark.memory.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class CredentialsTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T03:00:00Z"));

  private ScriptedService service;
  private SecretsManagerClient client;
  private Credentials credentials;

  @BeforeEach
  void start() throws IOException {
    service = new ScriptedService();
    client = AwsClients.secrets(Endpoint.local(service.uri()));
    credentials = new Credentials(client, clock);
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  @Test
  void are_the_text_of_the_secret() {
    service.then(200, "{\"SecretString\":\"{\\\"apiKey\\\":\\\"k\\\"}\"}");
    assertThat(credentials.text("tidemark/lev")).isEqualTo("{\"apiKey\":\"k\"}");
    assertThat(service.asked().getFirst().body()).contains("tidemark/lev");
  }

  @Test
  void are_kept_for_five_minutes() {
    service.then(200, "{\"SecretString\":\"old\"}").then(200, "{\"SecretString\":\"new\"}");
    assertThat(credentials.text("one")).isEqualTo("old");
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(credentials.text("one")).isEqualTo("old");
    clock.advance(Duration.ofMillis(1));
    assertThat(credentials.text("one")).isEqualTo("new");
  }

  @Test
  void of_two_connections_are_kept_apart() {
    service.then(200, "{\"SecretString\":\"a\"}").then(200, "{\"SecretString\":\"b\"}");
    assertThat(credentials.text("one")).isEqualTo("a");
    assertThat(credentials.text("two")).isEqualTo("b");
  }

  @Test
  void that_cannot_be_read_are_an_error_that_names_the_secret() {
    service.then(
        400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"can't find the secret\"}");
    assertThatThrownBy(() -> credentials.text("tidemark/lev"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("tidemark/lev", "GetSecretValue");
  }

  @Test
  void that_are_no_text_are_an_error_without_the_content() {
    service.then(200, "{\"SecretBinary\":\"aHVzaA==\"}");
    assertThatThrownBy(() -> credentials.text("tidemark/lev"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tidemark/lev")
        .hasMessageNotContaining("hush");
  }
}
