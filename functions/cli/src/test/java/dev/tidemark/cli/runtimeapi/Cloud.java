package dev.tidemark.cli.runtimeapi;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.CallLimits;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.cli.embedded.EmbeddedS3;
import dev.tidemark.cli.embedded.StateTable;
import dev.tidemark.core.state.ResourceStateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** An S3 with a bucket and a DynamoDB with the state table, both reached over HTTP. */
public final class Cloud implements AutoCloseable {
  /** The bucket's and the table's name. */
  public static final String NAME = "tidemark";

  private final Path bucket;
  private final EmbeddedS3 s3;
  private final DynamoDBProxyServer server;
  private final URI dynamoDb;
  private final DynamoDbClient client;

  /**
   * Starts both.
   *
   * @param folder where the objects lie; one that keeps extended attributes
   */
  public Cloud(Path folder) throws IOException {
    bucket = Files.createDirectories(folder.toAbsolutePath().resolve(NAME));
    s3 = new EmbeddedS3(folder.toAbsolutePath());
    int port = freePort();
    server = started(port);
    dynamoDb = URI.create("http://127.0.0.1:" + port);
    // Its first answer may take longer than an answer of DynamoDB ever does.
    client = AwsClients.dynamoDb(Endpoint.local(dynamoDb), CallLimits.LARGE);
    StateTable.create(client, NAME);
  }

  /** The folder of the bucket's objects. */
  public Path bucket() {
    return bucket;
  }

  /** Where the S3 answers. */
  public URI s3() {
    return s3.uri();
  }

  /** Where the DynamoDB answers. */
  public URI dynamoDb() {
    return dynamoDb;
  }

  /** The states as they are stored. */
  public ResourceStateStore states() {
    return new DynamoResourceStateStore(client, NAME);
  }

  private static DynamoDBProxyServer started(int port) {
    try {
      DynamoDBProxyServer server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
      server.start();
      return server;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    client.close();
    s3.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }
}
