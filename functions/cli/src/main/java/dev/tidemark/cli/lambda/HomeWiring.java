package dev.tidemark.cli.lambda;

import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedRecords;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.lake.landing.WriteOnceStore;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.sync.wiring.Wiring;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** The wiring to a home instead of to AWS; nothing else differs. */
public final class HomeWiring {
  private HomeWiring() {}

  /**
   * The wiring of a connection to {@code stores}.
   *
   * @param listeners watches the legs of a resource
   */
  public static Wiring of(
      Origin origin,
      HomeFolder stores,
      InstantSource clock,
      Function<ResourceKey, LegListener> listeners) {
    ResourceStateStore states = stores.states();
    return new Wiring(
        origin.connection(),
        new ApiAccess(origin, () -> new HttpTransport(EgressPolicy.ANY, origin.way())),
        new Persistence(
            key ->
                new Ports(
                    storage(states, stores),
                    new Timing(clock, new SystemPause(clock, () -> false), new SecureRandom()),
                    listeners.apply(key)),
            states,
            stores.bindings(),
            new LandedRecords(stores.objects())),
        _ -> _ -> {},
        new LegLimits(clock, Duration.ZERO, () -> false, _ -> false));
  }

  private static Storage storage(ResourceStateStore states, HomeFolder stores) {
    WriteOnceStore objects = stores.objects();
    return new Storage(
        states,
        new LandedBatches(objects),
        new LandedSegments(objects),
        stores.indexes(),
        new LandedLines(objects));
  }
}
