package dev.tidemark.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.standin.ScriptedService;
import dev.tidemark.aws.standin.ScriptedService.Asked;
import dev.tidemark.core.run.ResourceKey;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

class LambdaContinuerTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:sync";
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final ResourceKey KEY = ResourceKey.of("lev", "deals");

  private ScriptedService service;
  private LambdaClient client;
  private LambdaContinuer continuer;

  @BeforeEach
  void start() throws IOException {
    service = new ScriptedService();
    client = AwsClients.lambda(Endpoint.local(service.uri()));
    continuer = new LambdaContinuer(new LambdaInvoker(client, ARN, InstantSource.fixed(NOW)));
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  @Test
  void a_leg_that_is_due_is_asked_for_asynchronously() {
    service.then(202, "");
    continuer.goOn(KEY.beside("reconcile"), NOW);
    assertThat(service.asked())
        .containsExactly(
            new Asked(
                "/2015-03-31/functions/" + ARN + "/invocations",
                "Event",
                "{\"action\":\"continue\",\"connection\":\"lev\",\"resource\":\"deals#reconcile\"}"));
  }

  @Test
  void a_leg_that_is_due_in_a_moment_is_asked_for_now() {
    service.then(202, "");
    continuer.goOn(KEY, NOW.plusSeconds(5));
    assertThat(service.asked()).hasSize(1);
  }

  @Test
  void a_leg_that_is_due_later_is_left_to_the_sweep() {
    continuer.goOn(KEY, NOW.plusSeconds(6));
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void an_attempt_that_failed_is_an_exception() {
    service.then(403, "{\"Message\":\"not authorized\"}");
    assertThatThrownBy(() -> continuer.goOn(KEY, NOW)).hasMessageContaining("not authorized");
  }

  @Test
  void an_answer_that_is_no_acceptance_is_an_exception() {
    service.then(200, "");
    assertThatThrownBy(() -> continuer.goOn(KEY, NOW)).hasMessageContaining(ARN);
  }
}
