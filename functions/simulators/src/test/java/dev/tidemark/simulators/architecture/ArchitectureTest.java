package dev.tidemark.simulators.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** The JDK and its server, and nothing else. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("simulators").usingOnly("java..", "com.sun.net.httpserver..", "org.jspecify.."));
  }
}
