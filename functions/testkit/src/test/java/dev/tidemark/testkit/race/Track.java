package dev.tidemark.testkit.race;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.PublishedLines;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.memory.ManualClock;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What one racer reaches.
 *
 * @param gate holds every call; null for one who runs alone
 */
record Track(Stores stores, Shelf shelf, Flaw flaw, @Nullable Gate gate) {
  ResourceStateStore states() {
    return port(ResourceStateStore.class, flaw.states(stores.states()));
  }

  /** All ports; run ids are drawn by {@code owner}, who draws the same ones in every schedule. */
  Ports ports(String owner, ManualClock clock) {
    return new Ports(
        new Storage(
            states(),
            port(BatchSink.class, flaw.sink(stores.lake())),
            port(FingerprintIndex.class, stores.lake()),
            port(PublishedIndexes.class, flaw.indexes(stores.lake())),
            port(PublishedLines.class, stores.lake())),
        new Timing(clock, clock, new Random(owner.hashCode())),
        _ -> {});
  }

  private <T> T port(Class<T> port, T target) {
    return gate == null ? target : gate.port(port, target);
  }
}
