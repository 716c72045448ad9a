package dev.tidemark.files;

import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.BatchSinkContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class BatchesInAFolderTest extends BatchSinkContract {
  @TempDir static Path home;

  @Override
  protected BatchSink connect() {
    return new LandedBatches(Homes.of(home).objects());
  }

  @Override
  protected byte[] bytes(String key) {
    return Homes.bytes(home, key);
  }

  @Override
  protected List<String> keys(String prefix) {
    return Homes.of(home).objects().list(prefix);
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    Homes.plant(home, key, bytes);
  }
}
