package dev.tidemark.sync.wiring;

import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.traversal.Gate;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.http.Transport;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the handlers are made of; the only place where adapters meet.
 *
 * @param connection the account that this function syncs
 * @param definition of the source, for what is to be known without its credential; null where it is
 *     not at hand
 * @param api how it is reached
 * @param persistence what outlives an invocation
 * @param invokers sends events to a function by its ARN
 * @param limits what ends a leg
 */
public record Wiring(
    String connection,
    @Nullable Definition definition,
    ApiAccess api,
    Persistence persistence,
    Function<String, Invoker> invokers,
    LegLimits limits) {
  /** How long the API keeps what it deleted of {@code key}; null where nothing says so. */
  public @Nullable Duration retains(ResourceKey key) {
    if (definition == null) {
      return null;
    }
    try {
      return definition.resource(key.resource()).retains();
    } catch (DefinitionException e) {
      // What an older definition named may still have a state to be shown.
      return null;
    }
  }

  /** The account at its API, opened at its first use. */
  public SourceConnection source() {
    return api.sources().get();
  }

  /** A way to the API, which the caller closes. */
  public Transport transport() {
    return api.transports().get();
  }

  /** What a leg of {@code key} works through. */
  public Ports ports(ResourceKey key) {
    return persistence.portsOf().apply(key);
  }

  /** Lets a leg read the account that the connection belongs to, and no other. */
  public Gate gate(SourceConnection source, Transport transport) {
    return new Gate(connection, source.account(transport, limits.clock()), persistence.bindings());
  }

  /** What sends events to the function of this ARN. */
  public Invoker invoker(String functionArn) {
    return invokers.apply(functionArn);
  }
}
