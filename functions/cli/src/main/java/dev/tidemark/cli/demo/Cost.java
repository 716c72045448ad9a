package dev.tidemark.cli.demo;

import java.util.Locale;

/**
 * What a run would cost on AWS, in US dollars by the public prices of us-east-1 without any free
 * tier: what is counted is requests, writes and the time of a 1 GB arm64 function.
 *
 * @param puts objects written
 * @param writes state writes
 * @param legSeconds time of all legs
 */
record Cost(long puts, long writes, double legSeconds) {
  private static final double PUT = 0.005 / 1_000;
  private static final double WRITE = 0.625 / 1_000_000;
  private static final double GB_SECOND = 0.0000133334;

  double dollars() {
    return puts * PUT + writes * WRITE + legSeconds * GB_SECOND;
  }

  String arithmetic() {
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
