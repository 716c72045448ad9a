package dev.tidemark.cli.faults;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.CallLimits;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.dynamodb.DynamoBindings;
import dev.tidemark.aws.dynamodb.DynamoPublishedIndexes;
import dev.tidemark.aws.dynamodb.DynamoResourceStateStore;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.Life;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.cli.runtimeapi.Cloud;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import dev.tidemark.testkit.wire.FaultyWire;
import dev.tidemark.testkit.wire.WireFault;
import dev.tidemark.testkit.wire.WireRequest;
import dev.tidemark.testkit.wire.WireScript;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One run by the deployed handlers, adapters and clients, over wires that may be faulty. It takes
 * two legs: the first hands over as soon as it has sent a batch.
 */
final class FaultedRun implements WireScript, AutoCloseable {
  /** An attempt is given up soon, and is otherwise limited as in a deployed function. */
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(20), 3);

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final SourceConnection source;
  private final WireScript faults;
  private final FaultyWire s3Wire;
  private final FaultyWire dynamoDbWire;
  private final S3Client s3;
  private final DynamoDbClient dynamoDb;
  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger legs = new AtomicInteger();
  private final LocalLambda lambda =
      new LocalLambda(this::function, TIMEOUT, clock, () -> false, Life.Witness.NONE);

  FaultedRun(Cloud cloud, SourceConnection source, WireScript faults) {
    this.source = source;
    this.faults = faults;
    s3Wire = new FaultyWire(cloud.s3(), this);
    dynamoDbWire = new FaultyWire(cloud.dynamoDb(), this);
    s3 = AwsClients.s3(Endpoint.local(s3Wire.uri()), LIMITS);
    dynamoDb = AwsClients.dynamoDb(Endpoint.local(dynamoDbWire.uri()), LIMITS);
  }

  @Override
  public WireFault meets(WireRequest request) {
    if (Place.PUT_BATCH.meant().test(request)) {
      sent.incrementAndGet();
    }
    return faults.meets(request);
  }

  /** Runs {@code resource} to its end. */
  List<Ending> run(String resource) throws InterruptedException {
    List<Ending> endings = new CopyOnWriteArrayList<>();
    String event = "{\"action\":\"sync\",\"resource\":\"" + resource + "\"}";
    lambda.send(event);
    lambda.run(1, endings::add);
    return endings;
  }

  private RequestStreamHandler function(Life life) {
    int leg = legs.incrementAndGet();
    return new SyncHandler(
        new Wiring(
            source.connection(),
            new ApiAccess(() -> source, () -> new HttpTransport(EgressPolicy.ANY)),
            new Persistence(this::ports, states(), new DynamoBindings(dynamoDb, Cloud.NAME)),
            _ -> lambda::send,
            new LegLimits(
                clock, Duration.ofSeconds(20), () -> leg == 1 && sent.get() > 0, _ -> false)));
  }

  private DynamoResourceStateStore states() {
    return new DynamoResourceStateStore(dynamoDb, Cloud.NAME);
  }

  private Ports ports(ResourceKey key) {
    SystemPause pause = new SystemPause(clock, () -> false);
    return new Ports(
        new Storage(
            states(),
            new LandedBatches(new S3Objects(s3, Cloud.NAME, pause)),
            new LandedSegments(new S3Objects(s3, Cloud.NAME)),
            new DynamoPublishedIndexes(dynamoDb, Cloud.NAME),
            new LandedLines(new S3Objects(s3, Cloud.NAME))),
        new Timing(clock, pause, new SecureRandom()),
        _ -> {});
  }

  @Override
  public void close() {
    s3.close();
    dynamoDb.close();
    s3Wire.close();
    dynamoDbWire.close();
  }
}
