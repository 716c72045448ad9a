package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A built-in definition whose batches hold few pages, so that a short walk stores many. */
public final class SmallBatches {
  private static final String DEFAULTS = "defaults:\n";

  private SmallBatches() {}

  /** Writes the definition of {@code source} with batches of {@code pages} beside {@code home}. */
  static Path of(String source, int pages, Path home) {
    try {
      return Files.writeString(
          home.resolveSibling(source + "-in-small-batches.yaml"), text(source, pages));
    } catch (IOException e) {
      throw new UncheckedIOException("the definition cannot be written", e);
    }
  }

  /** The definition of {@code source} with batches of {@code pages}. */
  public static String text(String source, int pages) {
    String resource = "/dev/tidemark/sources/" + source + ".yaml";
    try (InputStream in = SmallBatches.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
      return text.replace(DEFAULTS, DEFAULTS + "  batch: {pages: " + pages + "}\n");
    } catch (IOException e) {
      throw new UncheckedIOException("the definition cannot be read", e);
    }
  }
}
