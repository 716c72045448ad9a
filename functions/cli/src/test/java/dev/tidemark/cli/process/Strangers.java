package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * Files in a bucket that no document speaks of, such as those that a killed process was writing.
 */
final class Strangers {
  private static final Pattern KNOWN =
      Pattern.compile(
          "raw/.+/batch-\\d{6}\\.ndjson\\.gz"
              + "|manifests/.+\\.json"
              + "|rejected/.+\\.ndjson\\.gz"
              + "|legs/.+\\.json"
              + "|index/.+\\.(journal|fp2)");

  private Strangers() {}

  static void check(Lake lake) {
    assertThat(lake.files("."))
        .extracting(file -> lake.bucket().relativize(file.normalize()).toString())
        .allMatch(key -> KNOWN.matcher(key).matches());
  }
}
