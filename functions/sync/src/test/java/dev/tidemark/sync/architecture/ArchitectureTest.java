package dev.tidemark.sync.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Exemption;
import dev.tidemark.architecture.Room;

/** It knows what it wires, and not who runs it. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        Room.of("sync", "core", "lake", "rest", "aws")
            .exempting(
                new Exemption("java.lang.Thread", "sleep", "SystemPause"),
                new Exemption("java.lang.System", "getenv", "SyncHandler"),
                new Exemption("java.time.InstantSource", "system", "Deployment")));
  }
}
