package dev.tidemark.testkit.race;

/** One of those who race. What it does follows from what its ports answer alone. */
interface Racer {
  /** By which it signs. */
  String name();

  /** Does what it came for; returns what came of it. */
  Object race(Track track) throws InterruptedException;
}
