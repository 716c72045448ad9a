package dev.tidemark.cli.runtimeapi;

import dev.tidemark.cli.process.SmallBatches;
import dev.tidemark.testkit.wire.FaultyWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Starts the processes of one deployed connection. All their calls to S3, DynamoDB and the API go
 * over wires with one {@link Fuse}, and what they send to each other goes to {@link Events}.
 */
final class Fleet implements AutoCloseable {
  static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:sync:live";

  private static final int ENOUGH_MB = 160;

  private final Path folder;
  private final String source;
  private final Fuse fuse = new Fuse();
  private final SetClock clock;
  private final List<FaultyWire> wires;
  private final Services services;
  private final Map<String, String> environment;

  /**
   * What is synced.
   *
   * @param source a built-in definition
   * @param secret the credential, as it stands in a JSON string
   * @param api where it is simulated
   */
  record Account(String source, String connection, String secret, URI api) {}

  Fleet(Cloud cloud, Path folder, Account account, Events events) {
    this.folder = folder;
    source = account.source();
    Path shared = folder.resolve("clock");
    clock = new SetClock(shared);
    wires =
        List.of(
            new FaultyWire(account.api(), fuse),
            new FaultyWire(cloud.s3(), fuse),
            new FaultyWire(cloud.dynamoDb(), fuse));
    services = new Services(account.secret(), events::send);
    environment = new HashMap<>(platform());
    environment.putAll(
        Map.of(
            Rehearsal.ORIGIN,
            wires.get(0).uri().toString(),
            Rehearsal.CLOCK,
            shared.toString(),
            "TIDEMARK_TABLE",
            Cloud.NAME,
            "TIDEMARK_BUCKET",
            Cloud.NAME,
            "TIDEMARK_SECRET_ARN",
            "arn:aws:secretsmanager:us-east-1:000000000000:secret:key",
            "TIDEMARK_SOURCE",
            source,
            "TIDEMARK_CONNECTION",
            account.connection(),
            "TIDEMARK_BASE_URL",
            "",
            "TIDEMARK_PATIENCE",
            "90s",
            "TIDEMARK_STACK",
            "fleet"));
    environment.put("TIDEMARK_SYNC_FUNCTION", ARN);
  }

  /** What Lambda sets, and where the stand-ins of AWS are. */
  private Map<String, String> platform() {
    return Map.of(
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_LAMBDA_FUNCTION_NAME", "sync",
        "AWS_LAMBDA_FUNCTION_VERSION", "1",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
        "AWS_ENDPOINT_URL_S3", wires.get(1).uri().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", wires.get(2).uri().toString(),
        "AWS_ENDPOINT_URL_LAMBDA", services.uri().toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", services.uri().toString());
  }

  Fuse fuse() {
    return fuse;
  }

  SetClock clock() {
    return clock;
  }

  Sandbox sync() {
    return sync(ENOUGH_MB);
  }

  Sandbox sync(int heapMb) {
    return start(RehearsedSync.class, heapMb);
  }

  Sandbox sweep() {
    return start(RehearsedSweep.class, ENOUGH_MB);
  }

  private Sandbox start(Class<?> handler, int heapMb) {
    String classPath = Bundle.classPath(smallBatches());
    return Sandbox.start(
        new Sandbox.Launch(handler.getName(), classPath, environment, folder, heapMb));
  }

  /** A folder that hides the definition by one with small pages and batches. */
  private Path smallBatches() {
    Path hiding = folder.resolve("hiding");
    Path file = hiding.resolve("dev/tidemark/sources/" + source + ".yaml");
    String small = SmallBatches.text(source, 3).replaceAll("ask: \\d+", "ask: 20");
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, small);
      return hiding;
    } catch (IOException e) {
      throw new UncheckedIOException("the definition cannot be written", e);
    }
  }

  @Override
  public void close() {
    wires.forEach(FaultyWire::close);
    services.close();
  }
}
