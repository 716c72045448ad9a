package dev.tidemark.core.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** The JDK and nothing else. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("core").usingOnly("java..", "org.jspecify.."));
  }
}
