package dev.tidemark.files;

import java.io.IOException;
import java.io.Serial;

/** Ends a process after the call of a number: no call of it is made from then on. */
final class Death implements Tap {
  private final int at;
  private int calls;

  /**
   * @param at of 1 for the first call
   */
  Death(int at) {
    this.at = at;
  }

  /** Counts the calls. */
  static Death never() {
    return new Death(Integer.MAX_VALUE);
  }

  int calls() {
    return calls;
  }

  @Override
  public void around(Call call, Action action) throws IOException {
    calls++;
    if (calls <= at) {
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
