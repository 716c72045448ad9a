package dev.tidemark.cli.embedded;

import dev.tidemark.cli.exit.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A DynamoDB on this machine that keeps its table in a file. */
public final class EmbeddedDynamoDb implements AutoCloseable {
  /** The state table's name. */
  public static final String TABLE = "tidemark";

  private static final int OPENING_SECONDS = 10;

  private final AmazonDynamoDBLocal local;

  /**
   * Starts one and makes the table where there is none.
   *
   * @param folder where its file lies
   * @throws UsageException if the file cannot be opened as a database
   */
  public EmbeddedDynamoDb(Path folder) {
    try {
      local = open(folder);
      if (!tables().contains(TABLE)) {
        StateTable.create(client(), TABLE);
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new UsageException(
          "the state in "
              + folder
              + " cannot be opened: it is damaged, or no file can be written there. Restore it, or"
              + " move it away: then every resource is walked from its beginning");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the state was opened", e);
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

  private static AmazonDynamoDBLocal open(Path folder)
      throws TimeoutException, ExecutionException, InterruptedException {
    // The second argument keeps it from telling its vendor that it was started.
    return CompletableFuture.supplyAsync(
            () -> DynamoDBEmbedded.create(folder.resolve("state.db").toFile(), true))
        .get(OPENING_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * A file that cannot be opened is tried again for ever underneath, so that the answer is waited
   * for in bounds.
   */
  private List<String> tables() throws TimeoutException, ExecutionException, InterruptedException {
    return CompletableFuture.supplyAsync(() -> client().listTables().tableNames())
        .get(OPENING_SECONDS, TimeUnit.SECONDS);
  }
}
