package dev.tidemark.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.standin.ScriptedService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class AwsClientsTest {
  private static final Endpoint NOWHERE = Endpoint.local(URI.create("http://127.0.0.1:1"));

  static Stream<AwsClient> clients() {
    return Stream.of(
        AwsClients.dynamoDb(NOWHERE),
        AwsClients.s3(NOWHERE),
        AwsClients.lambda(NOWHERE),
        AwsClients.secrets(NOWHERE));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void every_call_ends_within_a_minute(AwsClient client) {
    ClientOverrideConfiguration limits =
        client.serviceClientConfiguration().overrideConfiguration();
    assertThat(limits.apiCallTimeout())
        .hasValueSatisfying(total -> assertThat(total).isLessThan(Duration.ofMinutes(1)));
    assertThat(limits.apiCallAttemptTimeout())
        .hasValueSatisfying(
            attempt -> assertThat(attempt).isLessThan(limits.apiCallTimeout().orElseThrow()));
    assertThat(limits.retryStrategy())
        .hasValueSatisfying(retries -> assertThat(retries.maxAttempts()).isEqualTo(3));
    client.close();
  }

  @Test
  void a_service_that_fails_is_tried_three_times() throws IOException {
    try (ScriptedService service = new ScriptedService();
        DynamoDbClient client = AwsClients.dynamoDb(Endpoint.local(service.uri()))) {
      assertThatThrownBy(() -> client.describeTable(table -> table.tableName("any")))
          .isInstanceOf(DynamoDbException.class);
      assertThat(service.asked()).hasSize(3);
    }
  }
}
