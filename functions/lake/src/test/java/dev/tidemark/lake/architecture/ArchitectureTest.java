package dev.tidemark.lake.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** Core and Jackson. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        Room.of("lake", "core")
            .usingOnly(
                "dev.tidemark.core..", "com.fasterxml.jackson..", "java..", "org.jspecify.."));
  }
}
