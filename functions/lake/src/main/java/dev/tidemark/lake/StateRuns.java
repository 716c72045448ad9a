package dev.tidemark.lake;

import java.util.Comparator;
import java.util.List;

/** Which of a resource's runs its published state consists of. */
public final class StateRuns {
  private StateRuns() {}

  /**
   * The runs of {@code published} that are of one form, in their order: that of the run that was
   * completed last, of those that build on each other. Under another schema version everything was
   * published again, and what vanished meanwhile was not deleted under the old one, so that lines
   * of two are never compared.
   */
  public static List<PublishedRun> of(List<PublishedRun> published) {
    if (published.isEmpty()) {
      return published;
    }
    int form =
        published.stream()
            .max(
                Comparator.comparing(PublishedRun::promotes)
                    .thenComparing(PublishedRun::completedAt)
                    .thenComparing(PublishedRun::startedAt)
                    .thenComparing(PublishedRun::run))
            .orElseThrow()
            .schemaVersion();
    return published.stream().filter(run -> run.schemaVersion() == form).toList();
  }

  /**
   * The runs of {@code published} that were completed no later than {@code last}, in their order.
   */
  public static List<PublishedRun> asOf(List<PublishedRun> published, PublishedRun last) {
    return published.stream()
        .filter(run -> !run.completedAt().isAfter(last.completedAt()))
        .toList();
  }
}
