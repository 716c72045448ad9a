package dev.tidemark.core.state;

import java.time.Instant;
import java.util.List;

/**
 * The durable mark of an unfinished run. It moves only after the batch that it speaks of is
 * durable, and every batch carries the progress that it leads to, so that a batch found later says
 * itself where the run stands.
 *
 * @param run what the run is
 * @param span its durable batches
 * @param walk where it stands in the API
 * @param tally what it has done
 * @param legs legs that have begun
 */
public record Progress(Run run, Span span, Walk walk, Tally tally, int legs) {
  public Progress {
    if (!span.run().equals(run.id())) {
      throw new IllegalArgumentException("span of " + span.run() + " in run " + run.id());
    }
  }

  /** A run before its first page. */
  public static Progress begin(Run run, Walk walk) {
    return new Progress(
        run, new Span(run.id(), run.startedAt(), 0, List.of()), walk, Tally.ZERO, 0);
  }

  /** The same progress, standing elsewhere in the API. */
  public Progress at(Walk elsewhere) {
    return new Progress(run, span, elsewhere, tally, legs);
  }

  /** The same progress with more done. */
  public Progress with(Tally more) {
    return new Progress(run, span, walk, more, legs);
  }

  /** The same progress of the run as {@code other} describes it. */
  public Progress with(Run other) {
    return new Progress(other, span, walk, tally, legs);
  }

  /**
   * The same progress of a walk that ends at {@code upper}. The next key is skipped: who walks on
   * to the old end may still store there.
   */
  public Progress until(Instant upper) {
    Run shorter =
        new Run(
            run.id(),
            run.mode(),
            run.startedAt(),
            run.form(),
            run.scope().until(upper),
            run.lineage(),
            run.index(),
            run.settings());
    return new Progress(shorter, span.hole(), walk.until(upper), tally, legs);
  }

  /** The same progress with other batches. */
  public Progress with(Span batches) {
    return new Progress(run, batches, walk, tally, legs);
  }

  /** The same progress, one leg further. */
  public Progress nextLeg() {
    return new Progress(run, span, walk, tally, legs + 1);
  }
}
