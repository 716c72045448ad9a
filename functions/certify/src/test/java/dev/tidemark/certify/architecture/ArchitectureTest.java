package dev.tidemark.certify.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** It runs the handlers in memory, before an API of its own. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("certify", "core", "lake", "memory", "rest", "simulators", "sync"));
  }
}
