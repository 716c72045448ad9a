package dev.tidemark.query.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** It is a command among those of cli. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("query", "core", "lake", "rest", "cli"));
  }
}
