package dev.tidemark.cli.localstack;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.cli.embedded.StateTable;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * S3, DynamoDB and Secrets Manager as LocalStack plays them, with one table and one bucket. The
 * deployed adapters' own clients are used.
 */
final class LocalStack {
  static final String ENDPOINT = "TIDEMARK_AWS_ENDPOINT";

  /** The last that needs no token. */
  static final String IMAGE = "localstack/localstack:4.14.0";

  /** Of table and bucket. */
  static final String NAME = "tidemark-suite";

  private static final class Started {
    static final LocalStack ONE = start();
  }

  private final Endpoint endpoint;

  private LocalStack(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The one of this run of the tests. */
  static LocalStack started() {
    return Started.ONE;
  }

  /** The endpoint that the environment names; null where it names none. */
  static @Nullable String named() {
    String named = System.getenv(ENDPOINT);
    return named == null || named.isBlank() ? null : named;
  }

  /** A container ends with the process that started it, by Testcontainers or by hand. */
  private static LocalStack start() {
    String named = named();
    LocalStack localStack =
        new LocalStack(Endpoint.local(named == null ? container() : uri(named)));
    localStack.makeBucket();
    localStack.makeTable();
    return localStack;
  }

  private static URI uri(String text) {
    return URI.create(text);
  }

  @SuppressWarnings("resource")
  private static URI container() {
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withServices("s3", "dynamodb", "secretsmanager");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    return container.getEndpoint();
  }

  S3Client s3() {
    return AwsClients.s3(endpoint);
  }

  DynamoDbClient dynamoDb() {
    return AwsClients.dynamoDb(endpoint);
  }

  SecretsManagerClient secrets() {
    return AwsClients.secrets(endpoint);
  }

  private void makeBucket() {
    try (S3Client s3 = s3()) {
      s3.createBucket(create -> create.bucket(NAME));
    }
  }

  private void makeTable() {
    try (DynamoDbClient dynamoDb = dynamoDb()) {
      StateTable.create(dynamoDb, NAME);
    } catch (ResourceInUseException madeBefore) {
      // By an earlier run at a named endpoint; the kits draw keys of their own.
    }
  }
}
