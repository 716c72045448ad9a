package dev.tidemark.core.plan;

import java.time.Duration;

/**
 * When a batch is large enough to be stored: whichever comes first.
 *
 * @param bytes stored size
 * @param pages pages in it
 * @param age time since its first page
 * @param gzipLevel 1 to 9
 */
public record BatchLimits(long bytes, int pages, Duration age, int gzipLevel) {
  /** Small files stay rare, and a killed leg reads little again. */
  public static final BatchLimits DEFAULT =
      new BatchLimits(8L * 1024 * 1024, 200, Duration.ofSeconds(30), 1);

  public BatchLimits {
    if (bytes < 1 || pages < 1 || age.isNegative() || gzipLevel < 1 || gzipLevel > 9) {
      throw new IllegalArgumentException(
          "batch limits: " + bytes + " bytes, " + pages + " pages, " + age + ", gzip " + gzipLevel);
    }
  }
}
