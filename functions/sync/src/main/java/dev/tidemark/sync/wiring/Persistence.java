package dev.tidemark.sync.wiring;

import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.lake.RunRecords;
import java.util.function.Function;

/**
 * What outlives an invocation.
 *
 * @param portsOf what a leg of a resource touches
 * @param states the states of the connection's resources
 * @param bindings which account the connection belongs to
 * @param records what is remembered of legs
 */
public record Persistence(
    Function<ResourceKey, Ports> portsOf,
    ResourceStateStore states,
    Bindings bindings,
    RunRecords records) {
  /** What remembers no leg. */
  public Persistence(
      Function<ResourceKey, Ports> portsOf, ResourceStateStore states, Bindings bindings) {
    this(portsOf, states, bindings, RunRecords.NONE);
  }
}
