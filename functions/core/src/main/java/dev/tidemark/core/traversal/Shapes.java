package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;

/**
 * Keeps records of one shape apart from those of another: which members are asked for may change
 * only together with the version of the landed form, under which everything is published again.
 */
final class Shapes {
  private Shapes() {}

  /** Why {@code plan} may not continue what is stored; empty if it may. */
  static String refusal(ResourcePlan plan, ResourceState stored) {
    if (stored.phase() instanceof Phase.Sealed) {
      return "";
    }
    Checkpoint checkpoint = stored.checkpoint();
    Progress progress = stored.phase().unfinished();
    String before =
        progress != null && progress.run().form().schema() == plan.form().schema()
            ? progress.run().form().shape()
            : checkpoint != null && checkpoint.form().schema() == plan.form().schema()
                ? checkpoint.form().shape()
                : plan.form().shape();
    return before.equals(plan.form().shape())
        ? ""
        : plan.key()
            + " was landed as schema "
            + plan.form().schema()
            + " with "
            + words(before)
            + ", and is to be landed with "
            + words(plan.form().shape())
            + "; set schema="
            + (plan.form().schema() + 1)
            + " to publish everything again in the new shape, or go back to the old one";
  }

  private static String words(String shape) {
    return shape.isEmpty() ? "all members" : "the members " + shape;
  }
}
