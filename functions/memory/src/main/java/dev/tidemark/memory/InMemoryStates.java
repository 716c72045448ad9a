package dev.tidemark.memory;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state store in memory; every write must raise the revision, or it is a bug of the caller. */
public final class InMemoryStates implements ResourceStateStore {
  private final Map<ResourceKey, ResourceState> states = new HashMap<>();
  private final Set<ResourceKey> damaged = new HashSet<>();

  @Override
  public synchronized ResourceState read(ResourceKey key) {
    if (damaged.contains(key)) {
      throw new DamagedStateException(
          "the state of " + key + " cannot be read; restore it from a backup",
          new IllegalArgumentException("damaged by a test"));
    }
    return states.getOrDefault(key, ResourceState.NEVER_RUN);
  }

  @Override
  public synchronized Write write(ResourceKey key, ResourceState expected, ResourceState next) {
    if (next.revision() <= expected.revision()) {
      throw new IllegalArgumentException(
          "revision not raised: " + expected.revision() + ", " + next.revision());
    }
    ResourceState current = read(key);
    if (current.revision() != expected.revision()) {
      return new Write.Refused(current);
    }
    states.put(key, next);
    return new Write.Written();
  }

  @Override
  public synchronized List<ResourceKey> keys(String connection) {
    return states.keySet().stream().filter(key -> key.connection().equals(connection)).toList();
  }

  /** Another store of the same states, which goes its own way from here. */
  public synchronized InMemoryStates copy() {
    InMemoryStates copy = new InMemoryStates();
    copy.states.putAll(states);
    copy.damaged.addAll(damaged);
    return copy;
  }

  /** Makes the state of {@code key} unreadable. */
  public synchronized void damage(ResourceKey key) {
    damaged.add(key);
  }
}
