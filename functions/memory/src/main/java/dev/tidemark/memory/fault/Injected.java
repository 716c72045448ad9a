package dev.tidemark.memory.fault;

/** A call failed because a test wanted it to. */
public final class Injected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Injected(String call) {
    super("failed by a test: " + call);
  }
}
