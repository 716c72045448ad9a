package dev.tidemark.core.state;

import org.jspecify.annotations.Nullable;

/**
 * Everything durable about one resource, moved by one conditional write at a time.
 *
 * @param fence the fencing token: raised by every claim and by every operator's verb
 * @param revision raised by every write; a write is refused unless it builds on the revision that
 *     is stored
 * @param writer who made the last write, by which an owner recognises its own lost write
 * @param lease the right of an invocation; null where it is free
 * @param claims claims since the last progress
 * @param checkpoint the mark of the last completed run; null before the first
 */
public record ResourceState(
    long fence,
    long revision,
    String writer,
    @Nullable Lease lease,
    int claims,
    Phase phase,
    @Nullable Checkpoint checkpoint) {
  /** A resource that was never run; it is what a store reads where it has nothing. */
  public static final ResourceState NEVER_RUN =
      new ResourceState(0, 0, "", null, 0, new Phase.Idle(), null);

  public ResourceState {
    if (fence < 0 || revision < fence) {
      throw new IllegalArgumentException("not 0 <= fence <= revision: " + fence + ", " + revision);
    }
  }
}
