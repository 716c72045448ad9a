package dev.tidemark.cli;

import dev.tidemark.cli.site.Site;
import java.util.List;

/**
 * A connection that a question is about.
 *
 * @param resources which of its resources; empty for all
 */
record Chosen(Site site, List<String> resources) {
  /** Whether it is about {@code resource}, a run beside it included. */
  boolean covers(String resource) {
    return resources.isEmpty()
        || resources.contains(resource)
        || resources.contains(resource.split("#", 2)[0]);
  }
}
