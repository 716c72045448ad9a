package dev.tidemark.cli.embedded;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A DynamoDB on this machine that keeps its table in a file. */
public final class EmbeddedDynamoDb implements AutoCloseable {
  /** The state table's name. */
  public static final String TABLE = "tidemark";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger NATIVE_LOG = Logger.getLogger("com.almworks.sqlite4java");

  private final AmazonDynamoDBLocal local;

  /**
   * Starts one and makes the table where there is none.
   *
   * @param folder where its file lies
   */
  public EmbeddedDynamoDb(Path folder) {
    // The second argument keeps it from telling its vendor that it was started.
    NATIVE_LOG.setLevel(Level.OFF);
    local = DynamoDBEmbedded.create(folder.resolve("state.db").toFile(), true);
    if (!client().listTables().tableNames().contains(TABLE)) {
      createTable();
    }
  }

  /** A client of it, without a network between. */
  public DynamoDbClient client() {
    return local.dynamoDbClient();
  }

  @Override
  public void close() {
    local.shutdownNow();
  }

  /** The keys of template.yaml's table. */
  private void createTable() {
    client()
        .createTable(
            table ->
                table
                    .tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("connection"), text("resource"))
                    .keySchema(
                        key("connection", KeyType.HASH), key("resource", KeyType.RANGE)));
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
