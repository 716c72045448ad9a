package dev.tidemark.files;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.testkit.contract.ResourceStateStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderStatesTest extends ResourceStateStoreContract {
  @TempDir static Path home;

  @Override
  protected ResourceStateStore connect() {
    return Homes.of(home).states();
  }

  @Override
  protected void damage(ResourceKey key) {
    Path file = home.resolve("state").resolve(key.connection()).resolve(key.resource() + ".json");
    try {
      Files.writeString(
          file, Files.readString(file).replace("\"claims\" : 0", "\"claims\" : \"1\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
