package dev.tidemark.rest.definition;

import java.time.Duration;

/** When a batch is stored: whichever comes first. */
@Doc("When a batch is stored: whichever comes first.")
public record BatchSize(
    @Doc("Compressed size in bytes.") @Default("8388608") long bytes,
    @Doc("Pages in it.") @Default("200") int pages,
    @Doc("Time since its first page.") @Default("30s") Duration age) {
  public BatchSize {
    if (bytes < 1 || pages < 1 || age.isNegative()) {
      throw new IllegalArgumentException("bytes and pages must be 1 or more, age not negative");
    }
  }
}
