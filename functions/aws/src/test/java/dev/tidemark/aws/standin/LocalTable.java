package dev.tidemark.aws.standin;

import static java.util.Objects.requireNonNull;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local with the state table, for one test class. */
public final class LocalTable implements BeforeAllCallback, AfterAllCallback {
  /** The table's name. */
  public static final String NAME = "tidemark-state";

  /** The class that started it; its nested ones use it too. */
  private @Nullable String owner;

  private @Nullable DynamoDBProxyServer server;
  private @Nullable DynamoDbClient client;
  private @Nullable URI uri;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (owner != null) {
      return;
    }
    owner = context.getUniqueId();
    int port = FreePort.find();
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
    server.start();
    uri = URI.create("http://127.0.0.1:" + port);
    client = AwsClients.dynamoDb(Endpoint.local(uri));
    createTable(client);
  }

  /**
   * The server is ours: a table that is there was made by a first attempt whose answer was lost.
   */
  private static void createTable(DynamoDbClient client) {
    try {
      client.createTable(create ->
          create
              .tableName(NAME)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(text("connection"), text("resource"))
              .keySchema(key("connection", KeyType.HASH), key("resource", KeyType.RANGE)));
    } catch (ResourceInUseException madeBefore) {
      client.describeTable(describe -> describe.tableName(NAME));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (!context.getUniqueId().equals(owner)) {
      return;
    }
    owner = null;
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.stop();
    }
  }

  /** A client of it. */
  public DynamoDbClient client() {
    return requireNonNull(client);
  }

  /** Where it answers. */
  public URI uri() {
    return requireNonNull(uri);
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
