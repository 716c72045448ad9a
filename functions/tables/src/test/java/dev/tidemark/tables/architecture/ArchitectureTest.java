package dev.tidemark.tables.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;
import org.junit.jupiter.api.Test;

/** What is read of a lake, and Iceberg; a command of the command line, and a deployed function. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("tables", "core", "lake", "files", "parquet", "rest", "aws", "sync", "cli"));
  }

  @Test
  void only_the_command_knows_the_command_line() {
    holdApart("dev.tidemark.tables", "dev.tidemark.cli..");
    holdApart("dev.tidemark.tables.row..", "dev.tidemark.cli..");
    holdApart("dev.tidemark.tables.local..", "dev.tidemark.cli..");
    holdApart("dev.tidemark.tables.deployed..", "dev.tidemark.cli..");
  }

  @Test
  void tables_know_neither_a_home_nor_a_stack_but_where_they_are_opened() {
    String[] places = {"dev.tidemark.aws..", "dev.tidemark.sync..", "dev.tidemark.files.."};
    holdApart("dev.tidemark.tables", places);
    holdApart("dev.tidemark.tables.row..", places);
    holdApart("dev.tidemark.tables.glue..", "dev.tidemark.sync..", "dev.tidemark.files..");
    holdApart("dev.tidemark.tables.bucket..", "dev.tidemark.sync..", "dev.tidemark.files..");
    holdApart("dev.tidemark.tables.deployed..", "dev.tidemark.files..");
    holdApart("dev.tidemark.tables.local..", "dev.tidemark.aws..", "dev.tidemark.sync..");
  }
}
