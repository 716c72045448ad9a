package dev.tidemark.cli.verify;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether checkpoint, index and manifests of a resource know of each other. */
public final class Bookkeeping {
  /** Newest runs that the index is asked for: it remembers more. */
  private static final int NEWEST = 32;

  private final Lake lake;
  private final List<PublishedRun> runs;

  /**
   * @param runs all that are published of the resource, its own and those beside it
   */
  public Bookkeeping(Lake lake, List<PublishedRun> runs) {
    this.lake = lake;
    this.runs = List.copyOf(runs);
  }

  /**
   * What does not fit, a sentence each.
   *
   * @param state as it was before the runs were listed
   * @param index as it was before; null where a run was being published
   */
  public List<String> damages(ResourceState state, @Nullable PublishedIndex index) {
    Set<String> published = runs.stream().map(PublishedRun::run).collect(Collectors.toSet());
    List<String> damages = new ArrayList<>();
    Checkpoint checkpoint = state.checkpoint();
    if (checkpoint != null && !published.contains(checkpoint.run().value())) {
      damages.add(missing(checkpoint.run().value(), "the checkpoint is of"));
    }
    if (index != null) {
      index.runs().stream()
          .filter(run -> !published.contains(run))
          .filter(run -> checkpoint == null || !checkpoint.run().value().equals(run))
          .forEach(run -> damages.add(missing(run, "the index knows")));
      damages.addAll(ofIndex(index, checkpoint == null ? 0 : checkpoint.form().schema()));
    }
    return damages;
  }

  private static String missing(String run, String how) {
    return how
        + " run "
        + run
        + ", whose manifest is missing: what it published is not; restore the manifest";
  }

  private List<String> ofIndex(PublishedIndex index, int schema) {
    List<String> damages = new ArrayList<>();
    for (IndexSegment segment : index.segments()) {
      if (!lake.has(segment.key())) {
        damages.add("the index names " + segment.key() + ", which is missing; restore the object");
      }
    }
    runs.stream()
        .filter(run -> run.schemaVersion() == schema && !run.objects().isEmpty())
        .sorted(Comparator.comparing(PublishedRun::completedAt).reversed())
        .limit(NEWEST)
        .filter(run -> !index.holds(run.run()))
        .forEach(run ->
            damages.add(
                "the index does not know run "
                    + run.run()
                    + ", so that what it published is published again and never found deleted;"
                    + " restore the index"));
    return damages;
  }
}
