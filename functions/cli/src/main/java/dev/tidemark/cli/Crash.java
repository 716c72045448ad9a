package dev.tidemark.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the details of an unexpected failure, so that the terminal shows one sentence. */
final class Crash {
  private Crash() {}

  /** Writes the details of {@code e} to a file; empty if not even that can be done. */
  static Optional<Path> log(Exception e) {
    try {
      Path file = Files.createTempFile("tidemark-crash-", ".log");
      try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
        e.printStackTrace(out);
      }
      return Optional.of(file);
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }
}
