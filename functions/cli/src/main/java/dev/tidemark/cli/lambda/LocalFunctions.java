package dev.tidemark.cli.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Pause;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.lake.landing.WriteOnceStore;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.Invoker;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The deployed function, wired to this machine instead of to AWS; nothing else differs.
 *
 * @param stores of the home
 * @param slices of a run that may walk beside each other
 * @param invoker takes what the function sends to itself
 * @param listeners watches the legs of a resource
 */
public record LocalFunctions(
    Origin origin,
    HomeFolder stores,
    InstantSource clock,
    Duration patience,
    int slices,
    BooleanSupplier stop,
    Invoker invoker,
    Function<ResourceKey, LegListener> listeners) {

  /** The function of one invocation in {@code lambda}. */
  public RequestStreamHandler of(Life life, LocalLambda lambda) {
    return new SyncHandler(wiring(life, lambda));
  }

  /** What the functions of one invocation are made of. */
  public Wiring wiring(Life life, LocalLambda lambda) {
    ResourceStateStore states = life.guard(ResourceStateStore.class, stores.states());
    return new Wiring(
        origin.connection(),
        new ApiAccess(origin, () -> new HttpTransport(EgressPolicy.ANY)),
        new Persistence(
            key -> ports(key, life, states), states, life.guard(Bindings.class, stores.bindings())),
        _ -> invoker,
        new LegLimits(
            clock,
            patience,
            () -> stop.getAsBoolean() || life.killedWhy() != null,
            lambda::isDead,
            slices));
  }

  private Ports ports(ResourceKey key, Life life, ResourceStateStore states) {
    Pause pause = new SystemPause(clock, stop);
    WriteOnceStore objects = stores.objects();
    return new Ports(
        new Storage(
            states,
            life.guard(BatchSink.class, new LandedBatches(objects)),
            life.guard(FingerprintIndex.class, new LandedSegments(objects)),
            life.guard(PublishedIndexes.class, stores.indexes()),
            life.guard(PublishedLines.class, new LandedLines(objects))),
        new Timing(clock, pause, new SecureRandom()),
        listeners.apply(key));
  }
}
