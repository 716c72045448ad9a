package dev.tidemark.sync.wiring;

import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.RunRecords;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Lets no leg fail because S3 refuses to remember it: what it did stands either way, and the log
 * says so.
 */
record LoggedRecords(RunRecords to, StackLog log) implements RunRecords {
  @Override
  public void add(ResourceKey resource, String run, int leg, byte[] json) {
    try {
      to.add(resource, run, leg, json);
    } catch (SdkException e) {
      log.write("WARN", "leg-not-remembered", resource.sortKey(), String.valueOf(e.getMessage()));
    }
  }
}
