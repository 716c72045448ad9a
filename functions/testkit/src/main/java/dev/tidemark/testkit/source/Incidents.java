package dev.tidemark.testkit.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens at which call: planned ones by their number, and one at every call. */
final class Incidents {
  private final Map<Integer, ApiFault> faults = new HashMap<>();
  private final Map<Integer, Runnable> changes = new HashMap<>();
  private ApiIncident each = _ -> null;

  void failing(int call, ApiFault fault) {
    faults.put(call, fault);
  }

  void changing(int call, Runnable change) {
    changes.put(call, change);
  }

  void each(ApiIncident incident) {
    each = incident;
  }

  /** Lets happen what happens before {@code call}; how it goes wrong, null if it does not. */
  @Nullable ApiFault before(int call) {
    Runnable change = changes.get(call);
    if (change != null) {
      change.run();
    }
    ApiFault fault = each.before(call);
    return faults.getOrDefault(call, fault);
  }
}
