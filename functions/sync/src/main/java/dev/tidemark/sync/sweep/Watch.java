package dev.tidemark.sync.sweep;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import java.time.Instant;

/** Sees what the sweep reads. */
public interface Watch {
  /** The state of a key as the sweep found it. */
  void saw(ResourceKey key, ResourceState state, Instant now);

  /** A key whose state could not be read. */
  void couldNotRead(ResourceKey key);

  /** All keys were looked at. */
  void tell();

  /** Sees nothing. */
  Watch NOBODY =
      new Watch() {
        @Override
        public void saw(ResourceKey key, ResourceState state, Instant now) {}

        @Override
        public void couldNotRead(ResourceKey key) {}

        @Override
        public void tell() {}
      };
}
