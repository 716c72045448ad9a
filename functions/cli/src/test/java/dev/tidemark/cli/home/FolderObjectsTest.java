package dev.tidemark.cli.home;

import dev.tidemark.lake.ObjectStore;
import dev.tidemark.testkit.contract.ObjectStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest extends ObjectStoreContract {
  @TempDir private Path bucket;

  @Override
  protected ObjectStore store() {
    return new FolderObjects(bucket);
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    try {
      Files.createDirectories(bucket.resolve(key).getParent());
      Files.write(bucket.resolve(key), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
