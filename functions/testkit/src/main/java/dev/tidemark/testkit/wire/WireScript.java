package dev.tidemark.testkit.wire;

/** Decides what happens to each exchange; it is called by several threads. */
@FunctionalInterface
public interface WireScript {
  /** Nothing ever goes wrong. */
  WireScript CLEAR = _ -> WireFault.NONE;

  /** A request has arrived and the server has not seen it yet. */
  WireFault meets(WireRequest request);

  /** The server has done what it was asked; its answer is not yet on its way back. */
  default void done(WireRequest request) {}
}
