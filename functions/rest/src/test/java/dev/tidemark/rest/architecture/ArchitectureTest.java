package dev.tidemark.rest.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** An adapter, which knows core. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("rest", "core"));
  }
}
