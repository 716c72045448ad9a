package dev.tidemark.testkit.memory;

import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.testkit.contract.PublishedIndexesContract;

class InMemoryPublishedIndexesTest extends PublishedIndexesContract {
  private final InMemoryLake lake = new InMemoryLake();

  @Override
  protected PublishedIndexes connect() {
    return lake;
  }
}
