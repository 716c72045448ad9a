package dev.tidemark.cli.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.sync.SyncHandler;
import dev.tidemark.sync.wiring.Invoker;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The deployed function, run in this process: what it is wired to, behind the life of each
 * invocation.
 *
 * @param wired what the function works on
 * @param alone whether no other process can hold a lease there, so that one that is nobody's here
 *     is a dead owner's
 * @param slices of a run that may walk beside each other
 * @param invoker takes what the function sends to itself
 * @param listeners watches the legs of a resource
 */
public record LocalFunctions(
    Wiring wired,
    boolean alone,
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
    Persistence kept = wired.persistence();
    ResourceStateStore states = life.guard(ResourceStateStore.class, kept.states());
    return new Wiring(
        wired.connection(),
        wired.api(),
        new Persistence(
            key -> guarded(key, life, states),
            states,
            life.guard(Bindings.class, kept.bindings()),
            kept.records()),
        _ -> invoker,
        new LegLimits(
            wired.limits().clock(),
            patience,
            () -> stop.getAsBoolean() || life.killedWhy() != null,
            owner -> alone && lambda.isDead(owner),
            slices));
  }

  private Ports guarded(ResourceKey key, Life life, ResourceStateStore states) {
    Ports ports = wired.ports(key);
    Storage storage = ports.storage();
    Timing timing = ports.timing();
    LegListener watching = listeners.apply(key);
    return new Ports(
        new Storage(
            states,
            life.guard(BatchSink.class, storage.sink()),
            life.guard(FingerprintIndex.class, storage.index()),
            life.guard(PublishedIndexes.class, storage.published()),
            life.guard(PublishedLines.class, storage.lines())),
        new Timing(timing.clock(), new SystemPause(timing.clock(), stop), timing.random()),
        event -> {
          ports.listener().on(event);
          watching.on(event);
        });
  }
}
