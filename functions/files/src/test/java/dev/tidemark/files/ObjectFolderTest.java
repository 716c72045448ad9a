package dev.tidemark.files;

import dev.tidemark.lake.ObjectStore;
import dev.tidemark.testkit.contract.ObjectStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ObjectFolderTest extends ObjectStoreContract {
  @TempDir static Path home;

  @Override
  protected ObjectStore store() {
    return Homes.of(home).objects();
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    Homes.plant(home, key, bytes);
  }
}
