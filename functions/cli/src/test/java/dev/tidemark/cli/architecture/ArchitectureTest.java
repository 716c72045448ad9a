package dev.tidemark.cli.architecture;

import dev.tidemark.architecture.ArchitectureContract;
import dev.tidemark.architecture.Exemption;
import dev.tidemark.architecture.Room;

/** It runs everything. */
class ArchitectureTest extends ArchitectureContract {
  ArchitectureTest() {
    super(
        Room.of(
                "cli",
                "core",
                "lake",
                "parquet",
                "rest",
                "aws",
                "files",
                "sync",
                "simulators",
                "certify")
            .exempting(
                new Exemption("java.lang.System", "nanoTime", "LiveLines"),
                new Exemption("java.lang.Runtime", "addShutdownHook", "Interruption")));
  }
}
