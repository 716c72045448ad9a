package dev.tidemark.core.state;

import dev.tidemark.core.run.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The batches of one run: sequences 1 to {@code last}, but for the holes. A hole is a sequence that
 * moved the cursor without a line to store; no object counts there, should a fenced owner still
 * write one.
 *
 * @param last the last durable sequence; 0 before the first
 * @param holes in ascending order, none touching the next
 */
public record Span(RunId run, Instant startedAt, long last, List<Hole> holes) {
  /** Sequences {@code first} to {@code last}, both included. */
  public record Hole(long first, long last) {}

  public Span {
    if (last < 0) {
      throw new IllegalArgumentException("sequence < 0: " + last);
    }
    holes = List.copyOf(holes);
  }

  /** This span with the next batch stored. */
  public Span stored() {
    return new Span(run, startedAt, last + 1, holes);
  }

  /** This span moved on without an object. */
  public Span hole() {
    List<Hole> more = new ArrayList<>(holes);
    if (!more.isEmpty() && more.getLast().last() == last) {
      more.set(more.size() - 1, new Hole(more.getLast().first(), last + 1));
    } else {
      more.add(new Hole(last + 1, last + 1));
    }
    return new Span(run, startedAt, last + 1, more);
  }

  /** The sequences that have an object. */
  public LongStream sequences() {
    return LongStream.rangeClosed(1, last)
        .filter(n -> holes.stream().noneMatch(hole -> hole.first() <= n && n <= hole.last()));
  }
}
