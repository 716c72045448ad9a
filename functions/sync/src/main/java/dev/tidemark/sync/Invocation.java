package dev.tidemark.sync;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.state.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * One invocation of a function: who it is and how long it may live, all taken from the platform's
 * own word at its start.
 *
 * @param owner unique to it; the request id alone is the same when the platform tries again
 * @param ends when the platform kills it
 */
record Invocation(String owner, String functionArn, Instant began, Instant ends) {
  /** Kept free at the end: a batch in flight has to be stored and the state to be moved. */
  static final Duration RESERVE = Duration.ofMinutes(1);

  /** Kept free for the state's last move. */
  private static final Duration LAST_MOVE = Duration.ofSeconds(15);

  /** Clocks of two machines differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  static Invocation of(Context context, InstantSource clock, RandomGenerator random) {
    Instant now = clock.instant();
    return new Invocation(
        context.getAwsRequestId() + "/" + Long.toUnsignedString(random.nextLong(), 36),
        context.getInvokedFunctionArn(),
        now,
        now.plusMillis(context.getRemainingTimeInMillis()));
  }

  /** A lease expires when its owner is certainly dead, so that nothing has to be renewed. */
  Lease lease() {
    return new Lease(owner, ends.plus(SKEW));
  }

  /** An invocation that begins at {@code now} and may live as long as this one. */
  Invocation successor(Instant now) {
    return new Invocation(owner, functionArn, now, now.plus(Duration.between(began, ends)));
  }

  Budget budget(InstantSource clock, Duration patience, BooleanSupplier stop) {
    Duration life = Duration.between(began, ends);
    // Who lives no longer than the reserve keeps half of its time, and a quarter for the last move.
    boolean brief = life.compareTo(RESERVE) <= 0;
    Instant soft = ends.minus(brief ? life.dividedBy(2) : RESERVE);
    Instant hard = ends.minus(brief ? life.dividedBy(4) : LAST_MOVE);
    return new Budget(clock, soft, hard, patience, stop);
  }
}
