package dev.tidemark.cli.home;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.lake.ObjectStore;
import dev.tidemark.testkit.contract.ObjectStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest extends ObjectStoreContract {
  @TempDir private Path bucket;

  @Override
  protected ObjectStore store() {
    return new FolderObjects(bucket);
  }

  @Test
  void follows_no_key_out_of_its_folder() throws IOException {
    Path outside = Files.writeString(bucket.resolveSibling(bucket.getFileName() + "-x"), "x");
    try {
      assertThatThrownBy(() -> store().get("raw/../../" + outside.getFileName()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("leads out of");
    } finally {
      Files.delete(outside);
    }
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
