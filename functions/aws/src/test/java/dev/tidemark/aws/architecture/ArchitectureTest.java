package dev.tidemark.aws.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** An adapter, which knows core and the lake that it stores. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("aws", "core", "lake"));
  }
}
