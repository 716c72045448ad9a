package dev.tidemark.cli.runtimeapi;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened. */
final class Tally {
  static final String KILLED = "SIGKILL";

  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  synchronized int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  @Override
  public synchronized String toString() {
    return counts.toString();
  }
}
