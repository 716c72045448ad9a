package dev.tidemark.simulators.page;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which cursor was issued for which query. A cursor that was never issued here is let through: it
 * may come from before a restart of the simulator, and how long cursors live is unknown (lev 1.4,
 * askelephant 2.3, zendesk 3.4).
 */
public final class CursorLedger {
  private final Map<String, Set<String>> queries = new ConcurrentHashMap<>();

  /** Remembers that {@code cursor} belongs to {@code query}. */
  public void issue(String cursor, String query) {
    queries.computeIfAbsent(cursor, key -> ConcurrentHashMap.newKeySet()).add(query);
  }

  /** Whether {@code cursor} was issued, and only for other queries than {@code query}. */
  public boolean foreign(String cursor, String query) {
    Set<String> known = queries.get(cursor);
    return known != null && !known.contains(query);
  }
}
