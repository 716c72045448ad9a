package dev.tidemark.sync.wiring;

import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.traversal.Gate;
import dev.tidemark.rest.Connection;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the handlers are made of; the only place where adapters meet.
 *
 * @param connection the account that this function syncs
 * @param api what its source is, and how it is reached
 * @param persistence what outlives an invocation
 * @param invokers sends events to a function by its ARN
 * @param limits what ends a leg
 * @param tables is told what was published
 */
public record Wiring(
    String connection,
    ApiAccess api,
    Persistence persistence,
    Function<String, Invoker> invokers,
    LegLimits limits,
    TableRequests tables) {
  /** The same where nothing follows a published run. */
  public Wiring(
      String connection,
      ApiAccess api,
      Persistence persistence,
      Function<String, Invoker> invokers,
      LegLimits limits) {
    this(connection, api, persistence, invokers, limits, TableRequests.NONE);
  }

  /** How long the API keeps what it deleted of {@code key}; null where nothing says so. */
  public @Nullable Duration retains(ResourceKey key) {
    DescribedSource source = api.sources().described();
    if (source == null) {
      return null;
    }
    try {
      return source.definition().resource(key.resource()).traversal().retains();
    } catch (DefinitionException e) {
      // What an older definition named may still have a state to be shown.
      return null;
    }
  }

  /** What can be known of the connection without its credential. */
  public DescribedSource source() {
    DescribedSource source = api.sources().described();
    if (source == null) {
      throw new IllegalStateException("nothing of " + connection + " can be run from here");
    }
    return source;
  }

  /** The connection at its API, for one leg. */
  public Connection open() {
    return api.sources().open();
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
  public Gate gate(Connection opened, Transport transport) {
    return new Gate(connection, opened.account(transport, limits.clock()), persistence.bindings());
  }

  /** What sends events to the function of this ARN. */
  public Invoker invoker(String functionArn) {
    return invokers.apply(functionArn);
  }
}
