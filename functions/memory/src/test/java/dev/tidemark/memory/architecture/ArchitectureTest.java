package dev.tidemark.memory.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** The ports of core in memory. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("memory", "core", "lake"));
  }
}
