package dev.tidemark.sync.wiring;

import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.traversal.Gate;
import dev.tidemark.rest.Connection;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the handlers are made of; the only place where adapters meet.
 *
 * @param connection the account that this function syncs
 * @param sources what it is, and what opens it
 * @param transports opens the way to the API
 * @param portsOf what a leg of a resource touches
 * @param states the states of the connection's resources
 * @param bindings which account the connection belongs to
 * @param invokers sends events to a function by its ARN
 * @param patience the longest wait inside a leg
 * @param stop whether the process was asked to end
 * @param dead whether an owner of a lease is known to be dead
 */
public record Wiring(
    String connection,
    SourceAccess sources,
    Supplier<Transport> transports,
    Function<ResourceKey, Ports> portsOf,
    ResourceStateStore states,
    Bindings bindings,
    Function<String, Invoker> invokers,
    InstantSource clock,
    Duration patience,
    BooleanSupplier stop,
    Predicate<String> dead) {
  /** How long the API keeps what it deleted of {@code key}; null where nothing says so. */
  public @Nullable Duration retains(ResourceKey key) {
    DescribedSource source = sources.described();
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
    DescribedSource source = sources.described();
    if (source == null) {
      throw new IllegalStateException("nothing of " + connection + " can be run from here");
    }
    return source;
  }

  /** The connection at its API, for one leg. */
  public Connection open() {
    return sources.open();
  }

  /** A way to the API, which the caller closes. */
  public Transport transport() {
    return transports.get();
  }

  /** What a leg of {@code key} works through. */
  public Ports ports(ResourceKey key) {
    return portsOf.apply(key);
  }

  /** Lets a leg read the account that the connection belongs to, and no other. */
  public Gate gate(Connection opened, Transport transport) {
    return new Gate(connection, opened.account(transport, clock), bindings);
  }

  /** What sends events to the function of this ARN. */
  public Invoker invoker(String functionArn) {
    return invokers.apply(functionArn);
  }
}
