package dev.tidemark.lake.landing;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.watermark.Watermark;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a batch object says of itself beside its bytes. Names and values together stay below 1 KB:
 * S3 allows two, a local bucket silently drops all of it past about four, and an operator who looks
 * at an object needs no more. What is read back is {@link #JOURNAL} and {@link #SHA256}; the rest
 * is for operators, cut where it would be long.
 */
final class BatchMetadata {
  static final String JOURNAL = "tidemark-journal";
  static final String SHA256 = "tidemark-sha256";

  private static final int HIGH_WATER_LENGTH = 128;
  private static final int REQUEST_LENGTH = 192;

  private BatchMetadata() {}

  /**
   * @param journal the name in the journal's key
   */
  static Map<String, String> of(Batch batch, String journal) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("tidemark-run", batch.key().run().value());
    metadata.put("tidemark-sequence", Long.toString(batch.key().sequence()));
    metadata.put("tidemark-records", Long.toString(batch.content().count()));
    metadata.put(SHA256, batch.content().sha256());
    metadata.put(JOURNAL, journal);
    Watermark high = batch.after().walk().sight().highWater();
    if (high != null) {
      metadata.put("tidemark-high-water", PercentText.encode(high.raw(), HIGH_WATER_LENGTH));
    }
    RequestRange requests = batch.requests();
    if (requests != null) {
      metadata.put(
          "tidemark-requests",
          PercentText.encode(requests.first(), REQUEST_LENGTH)
              + " "
              + PercentText.encode(requests.last(), REQUEST_LENGTH));
    }
    return metadata;
  }
}
