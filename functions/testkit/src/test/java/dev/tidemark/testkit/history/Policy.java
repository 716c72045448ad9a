package dev.tidemark.testkit.history;

import dev.tidemark.core.plan.ResourcePlan;

/** How a collection is landed, and over which kind of API. */
record Policy(String name, Source source, ResourcePlan plan, Sight sight) {
  @Override
  public String toString() {
    return name;
  }
}
