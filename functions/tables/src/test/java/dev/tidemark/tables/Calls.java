package dev.tidemark.tables;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of store, catalog and reader, counted, so that something happens at one of them. */
final class Calls {
  private int made;
  private int at;
  private boolean before;
  private Happening happening = _ -> {};

  /** What happens. */
  @FunctionalInterface
  interface Happening {
    /** Happens at {@code call}, once. */
    void happen(String call);
  }

  /** The process is no more. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String call) {
      super(call);
    }
  }

  /** From now on: {@code happening} at the call of this number, counted from 1 on. */
  synchronized void at(int number, boolean first, Happening what) {
    made = 0;
    at = number;
    before = first;
    happening = what;
  }

  /** Nothing happens any more. Returns how many calls were made since something was to happen. */
  synchronized int quiet() {
    at = 0;
    return made;
  }

  /** Iceberg reads manifests on threads of its own. */
  private synchronized boolean isNow() {
    return ++made == at;
  }

  <T extends @Nullable Object> T make(String call, Supplier<T> what) {
    boolean now = isNow();
    if (now && before) {
      happening.happen(call);
    }
    T answer = what.get();
    if (now && !before) {
      happening.happen(call);
    }
    return answer;
  }
}
