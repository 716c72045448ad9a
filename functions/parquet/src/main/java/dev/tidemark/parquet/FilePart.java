package dev.tidemark.parquet;

import java.io.IOException;

/** Reads a part of a file. */
@FunctionalInterface
public interface FilePart {
  /**
   * The {@code length} bytes from {@code from} on.
   *
   * @throws IOException if there are not so many
   */
  byte[] read(long from, int length) throws IOException;
}
