package dev.tidemark.aws.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.standin.ScriptedService;
import dev.tidemark.aws.standin.ScriptedService.Asked;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

class LambdaInvokerTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:sync";
  private static final String EVENT = "{\"action\":\"continue\"}";

  private ScriptedService service;
  private LambdaClient client;
  private LambdaInvoker invoker;

  @BeforeEach
  void start() throws IOException {
    service = new ScriptedService();
    client = AwsClients.lambda(Endpoint.local(service.uri()));
    invoker = new LambdaInvoker(client, ARN);
  }

  @AfterEach
  void stop() {
    client.close();
    service.close();
  }

  @Test
  void an_event_is_sent_asynchronously() {
    service.then(202, "");
    invoker.send(EVENT);
    assertThat(service.asked())
        .containsExactly(
            new Asked("/2015-03-31/functions/" + ARN + "/invocations", "Event", EVENT));
  }

  @Test
  void an_attempt_that_failed_is_an_exception() {
    service.then(403, "{\"Message\":\"not authorized\"}");
    assertThatThrownBy(() -> invoker.send(EVENT)).hasMessageContaining("not authorized");
  }

  @Test
  void an_answer_that_is_no_acceptance_is_an_exception() {
    service.then(200, "");
    assertThatThrownBy(() -> invoker.send(EVENT)).hasMessageContaining(ARN);
  }
}
