package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.record.LineRecall;
import java.util.List;

/**
 * A resource of which something is published, in a home or in a stack.
 *
 * @param reading what its definition knows of its lines
 * @param runs those that are published, oldest first; never empty
 */
record LandedResource(Lake lake, ResourceKey key, LineRecall reading, List<PublishedRun> runs) {
  private static final int NAMED = 10;

  /**
   * The resource called {@code name}.
   *
   * @throws UsageException if there is no such connection, or nothing of it is published
   */
  static LandedResource of(SiteOptions options, String source, String name) {
    Definition definition = Sources.named(source);
    LineRecall reading = new LineRecall(definition.resource(name));
    Site site = options.site(definition);
    if (options.inStack() && !site.knows(name)) {
      throw options.place().unknown("resource \"" + name + "\"");
    }
    List<PublishedRun> runs = site.runs(name);
    if (runs.isEmpty()) {
      List<String> published = site.lake().resources(site.connection());
      throw new UsageException(
          "nothing of "
              + site.connection()
              + " "
              + name
              + " is published yet; "
              + (published.isEmpty()
                  ? "sync it first"
                  : "of " + String.join(", ", published) + " there is"));
    }
    return new LandedResource(site.lake(), ResourceKey.of(site.connection(), name), reading, runs);
  }

  /**
   * The published run called {@code run}.
   *
   * @throws UsageException if there is none; the message lists the newest that there are
   */
  PublishedRun run(String run) {
    return runs.stream()
        .filter(one -> one.run().equals(run))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "no run "
                    + run
                    + " of "
                    + this
                    + " is published; the newest are "
                    + String.join(
                        ", ",
                        runs.reversed().stream().limit(NAMED).map(PublishedRun::run).toList())));
  }

  /** What messages call it. */
  @Override
  public String toString() {
    return key.connection() + " " + key.resource();
  }
}
