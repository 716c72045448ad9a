package dev.tidemark.testkit.memory;

import dev.tidemark.core.state.Bindings;
import dev.tidemark.memory.InMemoryBindings;
import dev.tidemark.testkit.contract.BindingsContract;

class InMemoryBindingsTest extends BindingsContract {
  private final InMemoryBindings bindings = new InMemoryBindings();

  @Override
  protected Bindings connect() {
    return bindings;
  }
}
