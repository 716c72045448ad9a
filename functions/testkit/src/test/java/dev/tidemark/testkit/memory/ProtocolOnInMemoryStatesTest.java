package dev.tidemark.testkit.memory;

import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.contract.ProtocolWritesContract;

class ProtocolOnInMemoryStatesTest extends ProtocolWritesContract {
  private final InMemoryStates states = new InMemoryStates();

  @Override
  protected ResourceStateStore connect() {
    return states;
  }

  @Override
  protected int atMost() {
    return Depth.of(4_000, Integer.MAX_VALUE);
  }
}
