package dev.tidemark.simulators.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per key and minute of the clock. */
public final class MinuteWindows {
  private static final long MINUTE = 60;

  private final Map<String, Window> windows = new HashMap<>();

  /**
   * Counts one request.
   *
   * @return 0 when it is within {@code perMinute}, else the seconds until the next window
   */
  public synchronized long secondsToWait(String key, int perMinute, Instant at) {
    long minute = Math.floorDiv(at.getEpochSecond(), MINUTE);
    Window old = windows.get(key);
    int used = old == null || old.minute() != minute ? 0 : old.used();
    windows.put(key, new Window(minute, used + 1));
    return used < perMinute ? 0 : (minute + 1) * MINUTE - at.getEpochSecond();
  }

  private record Window(long minute, int used) {}
}
