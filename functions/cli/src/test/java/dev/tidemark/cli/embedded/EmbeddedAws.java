package dev.tidemark.cli.embedded;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.cli.exit.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 and DynamoDB in a folder; both start at once, since each takes a good part of a second. */
public final class EmbeddedAws implements AutoCloseable {
  /** The state table. */
  public static final String TABLE = EmbeddedDynamoDb.TABLE;

  /** The bucket. */
  public static final String BUCKET = "tidemark";

  private final EmbeddedDynamoDb dynamoDb;
  private final EmbeddedS3 s3;
  private final S3Client client;

  /**
   * @param folder where both keep what they have
   */
  public EmbeddedAws(Path folder) throws IOException {
    Path table = Files.createDirectories(folder.toAbsolutePath().resolve("dynamodb"));
    Path buckets = folder.toAbsolutePath().resolve("s3");
    Files.createDirectories(buckets.resolve(BUCKET));
    CompletableFuture<EmbeddedDynamoDb> starting =
        CompletableFuture.supplyAsync(() -> new EmbeddedDynamoDb(table));
    s3 = new EmbeddedS3(buckets);
    client = AwsClients.s3(Endpoint.local(s3.uri()));
    dynamoDb = started(starting);
  }

  private static EmbeddedDynamoDb started(CompletableFuture<EmbeddedDynamoDb> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UsageException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** The state table's client. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.client();
  }

  /** The bucket's client. */
  public S3Client s3() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    s3.close();
    dynamoDb.close();
  }
}
