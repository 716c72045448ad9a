package dev.tidemark.tables.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;
import org.junit.jupiter.api.Test;

/** What is read of a lake, and Iceberg; and a command of the command line. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("tables", "core", "lake", "files", "parquet", "rest", "cli"));
  }

  @Test
  void only_the_command_knows_the_command_line() {
    holdApart("dev.tidemark.tables", "dev.tidemark.cli..");
    holdApart("dev.tidemark.tables.row..", "dev.tidemark.cli..");
    holdApart("dev.tidemark.tables.local..", "dev.tidemark.cli..");
  }
}
