package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Coverage;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.StateRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What manifests add to where a resource stands: what is covered, and how long a full walk takes.
 */
final class LandedFacts {
  /** More manifests are not read for a look: each is a request to a stack's bucket. */
  static final int MOST = 200;

  private static final List<String> WALKING = List.of("in-flight", "waiting");

  private LandedFacts() {}

  /** Adds to {@code standing}, which is one resource of {@code site}'s. */
  static void add(Site site, ObjectNode standing, Instant now) {
    ResourceKey key = ResourceKey.parse(site.connection(), standing.path("resource").asText());
    if (key.isSlice()) {
      return;
    }
    Lake lake = site.lake();
    List<String> manifests = lake.manifests(ResourceKey.of(key.connection(), key.resource()));
    List<PublishedRun> newest = newest(lake, manifests);
    if (key.variant().isEmpty()) {
      coverage(standing, newest, manifests.size());
    }
    eta(standing, newest, now);
  }

  /** The newest runs, by their ids, which begin with the time of their begin; oldest first. */
  private static List<PublishedRun> newest(Lake lake, List<String> manifests) {
    List<PublishedRun> runs = new ArrayList<>();
    for (String key : manifests.subList(Math.max(0, manifests.size() - MOST), manifests.size())) {
      runs.add(lake.run(key));
    }
    runs.sort(PublishedRun.BY_START);
    return runs;
  }

  private static void coverage(ObjectNode standing, List<PublishedRun> newest, int all) {
    if (newest.isEmpty()) {
      standing.putNull("coverage");
      return;
    }
    if (all > newest.size()) {
      // The first of those that were read may not be the first.
      standing.put("coverage", all + " runs, too many for a look; run: tidemark coverage");
      return;
    }
    Coverage coverage = Coverage.of(StateRuns.of(newest));
    standing.put("coverage", coverage.toString());
    if (!coverage.isWhole()) {
      standing.put("needsOperator", true).put("gaps", true);
    }
  }

  /**
   * From what the last walk over everything saw; only another such walk can be compared with it.
   */
  private static void eta(ObjectNode standing, List<PublishedRun> newest, Instant now) {
    PublishedRun full =
        newest.reversed().stream().filter(LandedFacts::isFull).findFirst().orElse(null);
    if (full == null || !walksEverything(standing)) {
      return;
    }
    JsonNode tally = standing.path("tally");
    long seen = seen(tally);
    long all = seen(full.json());
    long seconds =
        Math.max(
            1,
            Duration.between(Instant.parse(standing.path("startedAt").asText()), now).toSeconds());
    if (seen == 0) {
      return;
    }
    long left = Math.max(0, all - seen) * seconds / seen;
    standing
        .putObject("eta")
        .put("seen", seen)
        .put("of", all)
        .put("seconds", left)
        .put("by", full.run());
  }

  private static boolean isFull(PublishedRun run) {
    return !run.mode().equals("incremental")
        && run.promotes()
        && run.from() == null
        && run.until() == null;
  }

  private static boolean walksEverything(ObjectNode standing) {
    JsonNode bounds = standing.path("bounds");
    return WALKING.contains(standing.path("phase").asText())
        && standing.path("tally").isObject()
        && !standing.path("mode").asText().equals("incremental")
        && !standing.has("maxRecords")
        && !standing.has("ids")
        && !bounds.path("from").isTextual()
        && !bounds.path("until").isTextual();
  }

  /** What was shown: a walk that publishes the difference has dropped the rest as duplicates. */
  private static long seen(JsonNode counts) {
    return counts.path("records").asLong()
        + counts.path("duplicates").asLong()
        + counts.path("rejected").asLong();
  }

  /** Says of {@code standing} whether its last completed run began longer ago than {@code most}. */
  static void judge(ObjectNode standing, @Nullable Duration most) {
    JsonNode age = standing.at("/checkpoint/ageSeconds");
    if (most != null && age.isNumber() && age.asLong() > most.toSeconds()) {
      standing.put("lateAfterSeconds", most.toSeconds()).put("needsOperator", true);
    }
  }
}
