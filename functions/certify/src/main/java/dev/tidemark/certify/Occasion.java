package dev.tidemark.certify;

import dev.tidemark.certify.described.Trouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something happens once, when one answer is on its way: it shows nothing of it any more.
 *
 * @param request whose answer it is; what happens at 0 happens before the first
 */
record Occasion(SimulatedAccount account, int request, Consumer<SimulatedAccount> happening)
    implements Disturbance {
  static Scenario.Happening of(Consumer<SimulatedAccount> happening) {
    return (account, request) -> new Occasion(account, request, happening);
  }

  @Override
  public @Nullable Trouble before(int number) {
    return null;
  }

  @Override
  public void after(int number) {
    if (number == request) {
      happening.accept(account);
    }
  }
}
