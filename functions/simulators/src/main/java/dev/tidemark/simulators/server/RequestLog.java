package dev.tidemark.simulators.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was asked and with which status it was answered, in the order of the answers. Counts are
 * complete; of the entries the newest 100,000 are kept. An entry is there before its reply is sent.
 */
public final class RequestLog {
  private static final int KEPT = 100_000;

  private final Deque<LogEntry> entries = new ArrayDeque<>();
  private final Map<String, Long> counts = new HashMap<>();

  synchronized void add(LogEntry entry) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(entry);
    counts.merge(entry.resource(), 1L, Long::sum);
  }

  /** The entries kept, oldest first. */
  public synchronized List<LogEntry> entries() {
    return new ArrayList<>(entries);
  }

  /** The entries kept that concern {@code resource}, oldest first. */
  public List<LogEntry> entries(String resource) {
    return entries().stream().filter(entry -> entry.resource().equals(resource)).toList();
  }

  /** How many requests there were in all. */
  public synchronized long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many requests {@code resource} had. */
  public synchronized long count(String resource) {
    return counts.getOrDefault(resource, 0L);
  }

  /** The cursors that were asked for, oldest first; requests without one are not in the list. */
  public List<String> cursors(String resource) {
    return entries(resource).stream()
        .map(entry -> entry.request().query().first("cursor"))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Forgets everything. */
  public synchronized void clear() {
    entries.clear();
    counts.clear();
  }
}
