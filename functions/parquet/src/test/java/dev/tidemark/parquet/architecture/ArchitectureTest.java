package dev.tidemark.parquet.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** Parquet and nothing of ours: no Hadoop, least of all. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("parquet").usingOnly("org.apache.parquet..", "java..", "org.jspecify.."));
  }
}
