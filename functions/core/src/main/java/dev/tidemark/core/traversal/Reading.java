package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.publish.Deduplicator;
import dev.tidemark.core.publish.Generations;
import dev.tidemark.core.publish.IndexLoad;
import dev.tidemark.core.publish.PublishedBefore;
import dev.tidemark.core.reconcile.Candidates;
import dev.tidemark.core.reconcile.ChildDeleteDetection;
import dev.tidemark.core.reconcile.DeleteDetection;
import dev.tidemark.core.reconcile.Singles;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a leg reads from, and what it compares with: loaded into one memory, and what is no longer
 * needed is given back before the next is loaded.
 *
 * @param known what the run must not publish again
 */
record Reading(PageReader pages, Deduplicator known) {
  /** Loads it; null if the leg has to end before. */
  static @Nullable Reading begin(
      ResourcePlan plan, SourceReader source, Ports ports, Progress progress, Budget budget) {
    IndexLoad load = IndexLoad.of(plan, ports, budget);
    Stage stage = progress.walk().stage();
    if (stage == Stage.VANISHED) {
      // All that this stage can show is what the walk has not.
      Candidates gone = Candidates.find(plan, source.single(), ports, progress, load);
      return gone == null
          ? null
          : new Reading(
              vanished(plan, source, gone, progress),
              new Deduplicator(gone.unseen(), new Generations(plan, progress.run()), 0));
    }
    PageReader pages =
        stage == Stage.SINGLE
            ? new Singles(progress.run().scope().ids(), source.single())
            : source.list();
    Deduplicator known = new PublishedBefore(plan, ports, load).load(progress);
    return known == null ? null : new Reading(pages, known);
  }

  private static PageReader vanished(
      ResourcePlan plan, SourceReader source, Candidates gone, Progress progress) {
    ChildReader children = source.children();
    return children == null
        ? new DeleteDetection(plan, source.single(), gone, progress.tally().warnings())
        : new ChildDeleteDetection(plan, children, gone);
  }
}
