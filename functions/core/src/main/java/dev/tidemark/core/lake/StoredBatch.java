package dev.tidemark.core.lake;

import dev.tidemark.core.state.Progress;

/**
 * What a stored batch says of itself.
 *
 * @param key the object's key
 * @param count lines in it
 * @param size stored bytes
 * @param sha256 hex digest of the stored bytes
 * @param before the progress that it was read from
 * @param after the progress that it leads to
 * @param journal where its fingerprints lie
 */
public record StoredBatch(
    String key,
    long count,
    long size,
    String sha256,
    Progress before,
    Progress after,
    String journal) {

  /**
   * Whether this batch continues {@code progress}: same run, next sequence, same place in the API.
   */
  public boolean continues(Progress progress) {
    return before.run().id().equals(progress.run().id())
        && before.span().last() == progress.span().last()
        && before.walk().sameInput(progress.walk());
  }
}
