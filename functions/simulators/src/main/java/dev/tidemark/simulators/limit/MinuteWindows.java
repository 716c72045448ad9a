package dev.tidemark.simulators.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per key and minute of the clock. */
public final class MinuteWindows {
  private static final long MINUTE = 60;

  private final Map<String, Window> windows = new HashMap<>();

  /** Counts one request and says what is left of the window. */
  public synchronized Usage use(String key, int perMinute, Instant at) {
    long minute = Math.floorDiv(at.getEpochSecond(), MINUTE);
    Window old = windows.get(key);
    int used = old == null || old.minute() != minute ? 0 : old.used();
    windows.put(key, new Window(minute, used + 1));
    long resets = (minute + 1) * MINUTE - at.getEpochSecond();
    return new Usage(perMinute, Math.max(0, perMinute - used - 1), resets, used >= perMinute);
  }

  /**
   * One window after a request.
   *
   * @param total how many requests it allows
   * @param remaining how many it still allows
   * @param resets seconds until the next window
   * @param exceeded whether this request was one too many
   */
  public record Usage(int total, int remaining, long resets, boolean exceeded) {}

  private record Window(long minute, int used) {}
}
