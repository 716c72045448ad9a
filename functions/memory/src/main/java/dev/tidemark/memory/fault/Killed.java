package dev.tidemark.memory.fault;

/** The process is dead: it neither catches this nor does anything else outside itself. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed(String call) {
    super("killed at " + call);
  }
}
