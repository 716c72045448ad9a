package dev.tidemark.files;

import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.contract.ProtocolWritesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ProtocolOnFilesTest extends ProtocolWritesContract {
  @TempDir static Path home;

  @Override
  protected ResourceStateStore connect() {
    return Homes.of(home).states();
  }

  @Override
  protected int atMost() {
    return Depth.of(60, 800);
  }
}
