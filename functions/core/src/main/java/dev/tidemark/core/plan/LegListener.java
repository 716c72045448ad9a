package dev.tidemark.core.plan;

/** Watches a leg; called by several threads, must be quick and must not throw. */
@FunctionalInterface
public interface LegListener {
  /** Watches nothing. */
  LegListener NONE = _ -> {};

  /** Something happened. */
  void on(LegEvent event);
}
