package dev.tidemark.certify;

import dev.tidemark.certify.described.Trouble;
import org.jspecify.annotations.Nullable;

/** One answer shows a record that was just added; then another one gets the same time. */
record Twins(SimulatedAccount account, int request) implements Disturbance {
  @Override
  public @Nullable Trouble before(int number) {
    if (number == request) {
      account.add(account.now());
    }
    return null;
  }

  @Override
  public void after(int number) {
    if (number == request) {
      account.add(account.now());
    }
  }
}
