package dev.tidemark.cli.report;

import java.util.Locale;

/**
 * What runs would cost on AWS, in US dollars by the public prices of us-east-1 without any free
 * tier: what is counted is requests, writes and the time of a 1 GB arm64 function.
 *
 * @param puts objects written
 * @param writes state writes
 * @param legSeconds time of all legs
 */
public record Cost(long puts, long writes, double legSeconds) {
  private static final double PUT = 0.005 / 1_000;
  private static final double WRITE = 0.625 / 1_000_000;
  private static final double GB_SECOND = 0.0000133334;

  /** Nothing yet. */
  public static final Cost NOTHING = new Cost(0, 0, 0);

  /**
   * What runs cost. A batch is two objects, a run three: its fingerprints, its manifest and now and
   * then a merged index; a leg is one, which remembers it. A batch is one write, a leg two, a run
   * two more.
   */
  public static Cost of(long runs, long batches, long legs, double seconds) {
    return new Cost(batches * 2 + runs * 3 + legs, batches + legs * 2 + runs * 2, seconds);
  }

  /** Both together. */
  public Cost plus(Cost more) {
    return new Cost(puts + more.puts, writes + more.writes, legSeconds + more.legSeconds);
  }

  /** In US dollars. */
  public double dollars() {
    return puts * PUT + writes * WRITE + legSeconds * GB_SECOND;
  }

  /** The arithmetic. */
  public String arithmetic() {
    return String.format(
        Locale.ROOT,
        "%,d S3 puts x $0.005/1,000 + %,d table writes x $0.625/1,000,000 + %.0f s x 1 GB x"
            + " $0.0000133334 = $%.4f",
        puts,
        writes,
        legSeconds,
        dollars());
  }
}
