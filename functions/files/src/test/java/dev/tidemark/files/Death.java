package dev.tidemark.files;

import java.io.IOException;
import java.io.Serial;

/** Ends a process before or after the call of a number: no call of it is made from then on. */
final class Death implements Tap {
  private final int at;
  private final boolean after;
  private int calls;

  /**
   * @param at of 1 for the first call
   * @param after whether that call is still made
   */
  Death(int at, boolean after) {
    this.at = at;
    this.after = after;
  }

  /** Counts the calls. */
  static Death never() {
    return new Death(Integer.MAX_VALUE, false);
  }

  int calls() {
    return calls;
  }

  @Override
  public void around(Call call, Action action) throws IOException {
    calls++;
    if (calls < at || (calls == at && after)) {
      action.make();
    }
    if (calls >= at) {
      throw new DeadError();
    }
  }

  /** The process is gone. */
  static final class DeadError extends Error {
    @Serial private static final long serialVersionUID = 1L;
  }
}
