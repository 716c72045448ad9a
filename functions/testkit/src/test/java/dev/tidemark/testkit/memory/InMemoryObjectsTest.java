package dev.tidemark.testkit.memory;

import dev.tidemark.lake.ObjectStore;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.testkit.contract.ObjectStoreContract;

class InMemoryObjectsTest extends ObjectStoreContract {
  private final InMemoryLake lake = new InMemoryLake();

  @Override
  protected ObjectStore store() {
    return lake;
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    lake.plant(key, bytes);
  }
}
