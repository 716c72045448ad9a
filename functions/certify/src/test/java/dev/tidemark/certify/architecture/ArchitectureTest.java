package dev.tidemark.certify.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** It runs the handlers in memory, before an API of its own. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("certify", "core", "lake", "memory", "rest", "simulators", "sync"));
  }

  @Test
  void the_simulator_shares_nothing_with_the_reader_but_the_definition_s_records() {
    holdApart(
        "dev.tidemark.certify.described..",
        Stream.of(
                "",
                ".auth",
                ".child",
                ".http",
                ".json",
                ".page",
                ".paging",
                ".query",
                ".record",
                ".request")
            .map(reader -> "dev.tidemark.rest" + reader)
            .toArray(String[]::new));
  }
}
