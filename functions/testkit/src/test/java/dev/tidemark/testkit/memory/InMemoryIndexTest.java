package dev.tidemark.testkit.memory;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.testkit.contract.FingerprintIndexContract;

class InMemoryIndexTest extends FingerprintIndexContract {
  private final InMemoryLake lake = new InMemoryLake();

  @Override
  protected FingerprintIndex connect() {
    return lake;
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    lake.plant(key, bytes);
  }
}
