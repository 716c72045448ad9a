package dev.tidemark.files.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** An adapter, which knows core, the lake that it stores, and JSON. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        Room.of("files", "core", "lake")
            .usingOnly(
                "dev.tidemark.core..",
                "dev.tidemark.lake..",
                "com.fasterxml.jackson..",
                "java..",
                "org.jspecify.."));
  }
}
