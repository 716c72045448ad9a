package dev.tidemark.testkit.memory;

import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.testkit.contract.BatchSinkContract;
import java.util.List;

class InMemoryLakeTest extends BatchSinkContract {
  private final InMemoryLake lake = new InMemoryLake();

  @Override
  protected BatchSink connect() {
    return lake;
  }

  @Override
  protected byte[] bytes(String key) {
    return lake.bytes(key);
  }

  @Override
  protected List<String> keys(String prefix) {
    return lake.keys(prefix);
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    lake.plant(key, bytes);
  }
}
