package dev.tidemark.lake.landing;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.run.ResourceKey;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Keeps segments of fingerprints in a store of objects, under names that carry the digest of what
 * they hold.
 */
public final class LandedSegments implements FingerprintIndex {
  private static final String END = ".fp2";

  /** Ends the keys of segments whose fingerprints have neither rank nor generation. */
  private static final String FIRST_END = ".fp";

  private final WriteOnceStore store;

  public LandedSegments(WriteOnceStore store) {
    this.store = store;
  }

  @Override
  public IndexSegment write(ResourceKey resource, String name, FingerprintLog fingerprints) {
    Bytes bytes = Bytes.of(fingerprints.toBytes());
    String digest = bytes.sha256();
    String key = Keys.segment(resource, name + "-" + NewObject.name(digest) + END);
    store.put(new NewObject(key, bytes, digest, "application/octet-stream", Map.of()));
    return new IndexSegment(key, fingerprints.size());
  }

  @Override
  public FingerprintLog read(IndexSegment segment) {
    byte[] bytes = store.get(segment.key());
    if (bytes == null) {
      throw unreadable(segment, "it is missing");
    }
    boolean first = segment.key().endsWith(FIRST_END);
    String name = "-" + NewObject.name(Bytes.of(bytes).sha256()) + (first ? FIRST_END : END);
    if (!segment.key().endsWith(name)) {
      throw unreadable(segment, "it does not hold what its name says");
    }
    ByteBuffer stored = ByteBuffer.wrap(bytes);
    FingerprintLog log = first ? FingerprintLog.ofFirstForm(stored) : FingerprintLog.of(stored);
    if (log.size() != segment.count()) {
      throw unreadable(segment, "it holds " + log.size() + " fingerprints of " + segment.count());
    }
    return log;
  }

  private IllegalStateException unreadable(IndexSegment segment, String wrong) {
    return new IllegalStateException(
        "the index segment "
            + store.place(segment.key())
            + " cannot be used: "
            + wrong
            + "; restore the object");
  }
}
