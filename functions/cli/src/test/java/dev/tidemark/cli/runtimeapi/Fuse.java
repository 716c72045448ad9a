package dev.tidemark.cli.runtimeapi;

import dev.tidemark.testkit.wire.WireFault;
import dev.tidemark.testkit.wire.WireRequest;
import dev.tidemark.testkit.wire.WireScript;
import org.jspecify.annotations.Nullable;

/**
 * Counts every call that a function makes to the world, and does something to it at one of them:
 * before it is carried out, or after and before its answer is on its way.
 */
final class Fuse implements WireScript {
  private int calls;
  private @Nullable Armed armed;
  private @Nullable WireRequest marked;

  /**
   * What happens when.
   *
   * @param at the number of the call, from 1
   * @param deed is done once
   * @param fault what becomes of the call where the deed comes before it
   */
  record Armed(int at, boolean after, Runnable deed, WireFault fault) {}

  /** Counts anew, and strikes as {@code one} says; null for not at all. */
  synchronized void arm(@Nullable Armed one) {
    calls = 0;
    armed = one;
    marked = null;
  }

  synchronized int calls() {
    return calls;
  }

  @Override
  public WireFault meets(WireRequest request) {
    Armed one;
    synchronized (this) {
      calls++;
      one = armed;
      if (one == null || calls != one.at()) {
        return WireFault.NONE;
      }
      armed = null;
      if (one.after()) {
        marked = request;
        armed = one;
        return WireFault.NONE;
      }
    }
    one.deed().run();
    return one.fault();
  }

  @Override
  public void done(WireRequest request) {
    Armed one;
    synchronized (this) {
      if (!request.equals(marked)) {
        return;
      }
      one = armed;
      armed = null;
      marked = null;
    }
    if (one != null) {
      one.deed().run();
    }
  }
}
