package dev.tidemark.sync.status;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.wiring.Wiring;
import java.util.List;

/** The names that a connection's events may give: a misspelt one is neither empty nor made. */
final class KnownNames {
  private final Wiring wiring;

  KnownNames(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * The key that {@code name} is.
   *
   * @throws EventException if it cannot be one
   */
  ResourceKey key(String name) {
    try {
      return ResourceKey.parse(wiring.connection(), name);
    } catch (IllegalArgumentException e) {
      throw new EventException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Refuses what has no state and is no resource of the definition either.
   *
   * @throws EventException if {@code name} is such; the message lists what there is
   */
  void require(String name) {
    ResourceKey key = key(name);
    try {
      wiring.source().definition().resource(key.resource());
    } catch (DefinitionException e) {
      throw new EventException(String.valueOf(e.getMessage()));
    }
    if (!key.variant().isEmpty()) {
      throw new EventException("nothing was ever run as " + key + beside(key));
    }
  }

  private String beside(ResourceKey key) {
    List<String> known =
        wiring.persistence().states().keys(wiring.connection()).stream()
            .filter(one -> one.resource().equals(key.resource()))
            .map(ResourceKey::sortKey)
            .sorted()
            .toList();
    return known.isEmpty() ? "" : "; there is " + String.join(", ", known);
  }
}
