package dev.tidemark.testkit.memory;

import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.testkit.contract.ProtocolWritesContract;

class ProtocolOnInMemoryStatesTest extends ProtocolWritesContract {
  private final InMemoryStates states = new InMemoryStates();

  @Override
  protected ResourceStateStore connect() {
    return states;
  }

  @Override
  protected int atMost() {
    return Integer.MAX_VALUE;
  }
}
