package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to hold in every world. */
final class Promises {
  private final Source source;

  Promises(Source source) {
    this.source = source;
  }

  /** Throws if one does not hold. */
  void check(World world) {
    Progress progress = world.stored().phase().unfinished();
    if (progress != null) {
      objectBeforeCursor(world, progress);
    }
    world.lake().manifests().forEach((run, keys) -> everyPageOnce(world, run, keys));
    Checkpoint checkpoint = world.stored().checkpoint();
    if (checkpoint != null && !world.lake().manifests().containsKey(checkpoint.run().value())) {
      throw new Violation("a checkpoint without its manifest: " + checkpoint.run());
    }
    everyRunOnce(world, checkpoint);
  }

  /** A completed run is in the index; no run is in it twice, or before its manifest. */
  private static void everyRunOnce(World world, @Nullable Checkpoint checkpoint) {
    List<String> entered = world.lake().index().runs();
    if (checkpoint != null && !entered.contains(checkpoint.run().value())) {
      throw new Violation("a completed run is not in the index: " + checkpoint.run());
    }
    if (entered.size() != Set.copyOf(entered).size()) {
      throw new Violation("a run entered twice: " + entered);
    }
    for (String run : entered) {
      if (!run.equals(Entering.RECONCILE) && !world.lake().manifests().containsKey(run)) {
        throw new Violation("a run entered before its manifest: " + run);
      }
    }
  }

  private static void objectBeforeCursor(World world, Progress progress) {
    List<Span> spans = new ArrayList<>(progress.run().lineage().inherited());
    spans.add(progress.span());
    for (Span span : spans) {
      span.sequences()
          .forEach(n -> {
            if (!world.lake().objects().containsKey(Source.key(span, n))) {
              throw new Violation("the cursor is past an object that is not there: " + n);
            }
          });
    }
    long last = progress.span().last();
    if (progress.span().sequences().noneMatch(n -> n == last)) {
      return;
    }
    StoredBatch newest = world.lake().objects().get(Source.key(progress.span(), last));
    if (newest != null && !same(newest.after().walk(), progress.walk())) {
      throw new Violation("the cursor is not the one that came with the newest object");
    }
  }

  private void everyPageOnce(World world, String run, List<String> keys) {
    List<Integer> pages = new ArrayList<>();
    Walk left = null;
    for (String key : keys) {
      StoredBatch batch = world.lake().objects().get(key);
      if (batch == null) {
        throw new Violation("the manifest of " + run + " lists what is not there: " + key);
      }
      Walk walk = batch.before().walk();
      if (left != null && Source.page(left) == Source.page(walk) && !follows(left, walk)) {
        throw new Violation("the manifest of " + run + " mixes two owners' walks");
      }
      left = batch.after().walk();
      pages.add(Source.page(walk));
    }
    if (!pages.equals(all(true)) && !pages.equals(all(false))) {
      throw new Violation("the manifest of " + run + " lists pages " + pages);
    }
  }

  /** All pages, or all but the one that may show no news. */
  private List<Integer> all(boolean withEmpty) {
    List<Integer> pages = new ArrayList<>();
    for (int page = 1; page <= source.pages(); page++) {
      if (withEmpty || page != ReadingMoves.EMPTY_PAGE) {
        pages.add(page);
      }
    }
    return pages;
  }

  private static boolean follows(Walk left, Walk next) {
    return next.position().cursor() == null
        || text(left.position().cursor()).equals(text(next.position().cursor()));
  }

  private static boolean same(Walk one, Walk other) {
    return one.position().ended() == other.position().ended()
        && text(one.position().cursor()).equals(text(other.position().cursor()));
  }

  private static String text(@Nullable Cursor cursor) {
    return cursor == null ? "" : cursor.text();
  }
}
