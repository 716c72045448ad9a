package dev.tidemark.tables.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;

/** What is read of a lake, and Iceberg. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("tables", "core", "lake", "files", "parquet", "rest"));
  }
}
