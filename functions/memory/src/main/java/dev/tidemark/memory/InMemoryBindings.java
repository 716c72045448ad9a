package dev.tidemark.memory;

import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bindings in memory. */
public final class InMemoryBindings implements Bindings {
  private final Map<String, Binding> bindings = new HashMap<>();

  @Override
  public synchronized @Nullable Binding read(String connection) {
    return bindings.get(connection);
  }

  @Override
  public synchronized boolean replace(String connection, @Nullable Binding expected, Binding next) {
    Binding stored = bindings.get(connection);
    long revision = stored == null ? 0 : stored.revision();
    if (revision != (expected == null ? 0 : expected.revision())) {
      return false;
    }
    bindings.put(connection, next);
    return true;
  }

  /** Others of the same bindings, which go their own way from here. */
  public synchronized InMemoryBindings copy() {
    InMemoryBindings copy = new InMemoryBindings();
    copy.bindings.putAll(bindings);
    return copy;
  }
}
