package dev.tidemark.rest.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Room;
import org.junit.jupiter.api.Test;

/** An adapter, which knows core. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(Room.of("rest", "core"));
  }

  @Test
  void no_record_has_more_components_than_can_be_told_apart_by_their_place() {
    holdRecordsTo(8);
  }
}
