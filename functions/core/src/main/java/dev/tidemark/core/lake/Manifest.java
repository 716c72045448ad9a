package dev.tidemark.core.lake;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.watermark.VersionKind;
import java.util.List;

/**
 * The list of objects that a completed run consists of. Readers that want every record exactly once
 * read only what manifests list.
 *
 * @param objects in the order in which they were read from the API; those without a line are left
 *     out
 * @param index the run's own fingerprints, in segments; empty where it published nothing
 * @param versions as what a reader compares the versions of the lines
 */
public record Manifest(
    ResourceKey resource,
    Seal seal,
    List<Entry> objects,
    List<IndexSegment> index,
    VersionKind versions) {
  public Manifest {
    objects = List.copyOf(objects);
    index = List.copyOf(index);
  }

  /** The manifest's key. */
  public String path() {
    return Keys.manifest(resource, seal.progress().run().id().value());
  }

  /**
   * One object of a run.
   *
   * @param records lines in it
   * @param bytes stored size
   * @param sha256 hex digest of the stored bytes
   */
  public record Entry(String key, long records, long bytes, String sha256) {
    /** The entry of a stored batch. */
    public static Entry of(StoredBatch batch) {
      return new Entry(batch.key(), batch.count(), batch.size(), batch.sha256());
    }
  }
}
