package dev.tidemark.core.fingerprint;

import java.util.ArrayList;
import java.util.List;

/**
 * Which segments hold the fingerprints of what is published of a resource, oldest first. Every run
 * that publishes enters, whatever it set out to do, so that the index knows every identity that the
 * manifests list; of what a range or a trial alone published it does not vouch for the bytes.
 *
 * @param revision raised by every run that enters; 0 before the first
 * @param entries the segments
 * @param runs the runs that entered last, by which a repetition is recognised; newest last
 */
public record PublishedIndex(long revision, List<Entry> entries, List<String> runs) {
  /** Runs that are remembered. */
  private static final int REMEMBERED = 64;

  /** Nothing published. */
  public static final PublishedIndex EMPTY = new PublishedIndex(0, List.of(), List.of());

  public PublishedIndex {
    if (revision < 0) {
      throw new IllegalArgumentException("revision < 0: " + revision);
    }
    entries = List.copyOf(entries);
    runs = List.copyOf(runs);
  }

  /**
   * One segment.
   *
   * @param revision of the index in which its newest part was entered
   * @param raised how many of its fingerprints are of a generation above the first
   */
  public record Entry(IndexSegment segment, long revision, long raised) {
    public Entry {
      if (raised < 0) {
        throw new IllegalArgumentException("raised < 0: " + raised);
      }
    }
  }

  /** Whether {@code run} has entered. */
  public boolean holds(String run) {
    return runs.contains(run);
  }

  /** The segments, oldest first. */
  public List<IndexSegment> segments() {
    return entries.stream().map(Entry::segment).toList();
  }

  /** The index after {@code run} has entered. */
  public PublishedIndex after(String run, List<Entry> segments) {
    List<String> entered = new ArrayList<>(runs);
    entered.add(run);
    int forgotten = Math.max(0, entered.size() - REMEMBERED);
    return new PublishedIndex(revision + 1, segments, entered.subList(forgotten, entered.size()));
  }
}
