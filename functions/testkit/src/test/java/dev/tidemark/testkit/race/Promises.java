package dev.tidemark.testkit.race;

import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.OperatorVerb.Decision;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Span;
import dev.tidemark.memory.Published;
import dev.tidemark.testkit.race.Invocation.Moment;
import dev.tidemark.testkit.race.OwnPages.Manner;
import dev.tidemark.testkit.traversal.Plans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must be true of a race. */
record Promises(Course course) {
  private static final int MAX_LEGS = 12;

  /** What must be true of all that is ever stored. */
  void always(Stores stores) {
    Set<String> keys = new HashSet<>(stores.lake().keys(""));
    for (ResourceKey key : stores.states().keys(Plans.KEY.connection())) {
      ResourceState state = stores.states().read(key);
      Progress progress = state.phase().unfinished();
      if (progress != null) {
        objectBeforeCursor(key, progress, keys);
      }
      Checkpoint checkpoint = state.checkpoint();
      if (checkpoint != null && !keys.contains(Keys.manifest(key, checkpoint.run().value()))) {
        throw new Violation("a checkpoint without its manifest: " + checkpoint.run());
      }
    }
    for (Manifest manifest : stores.lake().manifests(Plans.KEY)) {
      for (Manifest.Entry entry : manifest.objects()) {
        if (!keys.contains(entry.key())) {
          throw new Violation("a manifest lists what is not there: " + entry.key());
        }
      }
    }
  }

  private static void objectBeforeCursor(ResourceKey key, Progress progress, Set<String> keys) {
    List<Span> spans = new ArrayList<>(progress.run().lineage().inherited());
    spans.add(progress.span());
    for (Span span : spans) {
      span.sequences()
          .forEach(n -> {
            String path = BatchKey.of(key, progress.run().form().schema(), span, n).path();
            if (!keys.contains(path)) {
              throw new Violation("the cursor is past what is not there: " + path);
            }
          });
    }
  }

  /** What must be true once the race is over and what it left behind was completed. */
  void afterwards(Stores stores) {
    int legs = 0;
    for (Errand errand : course.errands()) {
      legs = complete(stores, errand, legs);
    }
    always(stores);
    Published published = stores.lake().published(Plans.KEY);
    if (!published.newest().equals(course.shelf().truth())) {
      throw new Violation(
          "published is " + published.newest() + " and true is " + course.shelf().truth());
    }
    nothingTwice(published);
  }

  /** A range compares with nothing: who is late for it begins it anew. */
  private int complete(Stores stores, Errand errand, int before) {
    resume(stores, errand.plan().key());
    int legs = before;
    boolean range = errand.request().mode() == Mode.BACKFILL;
    boolean over = range && idle(stores, errand);
    while (!over) {
      if (++legs > MAX_LEGS) {
        throw new Violation("cannot be completed: " + stores.states().read(errand.plan().key()));
      }
      Invocation leg =
          new Invocation(
              "later-" + legs, errand, Moment.minutes(600 + 20L * legs), Manner.pagesOf(2));
      over = run(leg, stores) instanceof LegOutcome.Completed;
    }
    return legs;
  }

  private LegOutcome run(Invocation leg, Stores stores) {
    try {
      return leg.race(new Track(stores, course.shelf(), Flaw.NONE, null));
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    } catch (IllegalStateException e) {
      throw new Violation("cannot be completed: " + e, e);
    }
  }

  private static boolean idle(Stores stores, Errand errand) {
    return stores.states().read(errand.plan().key()).phase() instanceof Phase.Idle;
  }

  private static void resume(Stores stores, ResourceKey key) {
    ResourceState state = stores.states().read(key);
    if (OperatorVerb.RESUME.decide(state, "person") instanceof Decision.Apply(var next)) {
      stores.states().write(key, state, next);
    }
  }

  /**
   * Each line once by the runs of one key, and once more where a range published it beside them,
   * since what a range publishes is not vouched for.
   */
  private static void nothingTwice(Published published) {
    Map<String, ResourceKey> runs = new HashMap<>();
    for (Manifest manifest : published.manifests()) {
      Progress progress = manifest.seal().progress();
      runs.put(progress.run().id().value(), manifest.resource());
      progress
          .run()
          .lineage()
          .inherited()
          .forEach(span -> runs.put(span.run().value(), manifest.resource()));
    }
    Map<String, Integer> copies = new HashMap<>();
    Map<String, Integer> besides = new HashMap<>();
    for (LandedLine line : published.lines()) {
      ResourceKey key = Objects.requireNonNull(runs.get(line.run()), line.run());
      String what = line.deleted() + line.record();
      if (key.publishesDifferences()) {
        copies.merge(key.variant() + ": " + what, 1, Integer::sum);
      } else {
        besides.merge(what, 1, Integer::sum);
      }
    }
    copies.forEach((line, count) -> {
      String what = line.substring(line.indexOf(": ") + 2);
      if (count > 1 + besides.getOrDefault(what, 0)) {
        throw new Violation("published " + count + " times by " + line);
      }
    });
  }
}
