package dev.tidemark.testkit.memory;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.testkit.contract.ResourceStateStoreContract;

class InMemoryStatesTest extends ResourceStateStoreContract {
  private final InMemoryStates states = new InMemoryStates();

  @Override
  protected ResourceStateStore connect() {
    return states;
  }

  @Override
  protected void damage(ResourceKey key) {
    states.damage(key);
  }
}
