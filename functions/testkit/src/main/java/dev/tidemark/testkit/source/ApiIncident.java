package dev.tidemark.testkit.source;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What happens just before a call is answered. It runs while the API is at a standstill, so that it
 * may change the collection, and must not run a leg.
 */
@FunctionalInterface
public interface ApiIncident {
  /**
   * Happens before the {@code call}-th call.
   *
   * @return how that call goes wrong; null if it does not
   */
  @Nullable ApiFault before(int call);

  /** In {@code percent} of all calls one of {@code changes} happens. */
  static ApiIncident changing(RandomGenerator random, int percent, List<Runnable> changes) {
    return _ -> {
      if (random.nextInt(100) < percent) {
        changes.get(random.nextInt(changes.size())).run();
      }
      return null;
    };
  }

  /** In {@code percent} of all calls one of {@code faults}. */
  static ApiIncident failing(RandomGenerator random, int percent, List<ApiFault> faults) {
    return _ -> random.nextInt(100) < percent ? faults.get(random.nextInt(faults.size())) : null;
  }

  /** This one and then {@code other}, whose fault counts where it has one. */
  default ApiIncident and(ApiIncident other) {
    return call -> {
      ApiFault first = before(call);
      ApiFault second = other.before(call);
      return second == null ? first : second;
    };
  }

  /** This one, and nothing any more once {@code calls} calls were made. */
  default ApiIncident upTo(int calls) {
    return call -> call > calls ? null : before(call);
  }
}
