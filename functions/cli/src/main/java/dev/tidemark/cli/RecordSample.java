package dev.tidemark.cli;

import dev.tidemark.core.fingerprint.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Some of many records, spread evenly by the hashes of their identities. */
final class RecordSample {
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
  private record Chosen(long place, byte[] line) {}

  private final int count;
  private final long salt;
  private final PriorityQueue<Chosen> chosen =
      new PriorityQueue<>(Comparator.comparingLong(Chosen::place).reversed());

  /**
   * @param salt others are chosen by another
   */
  RecordSample(int count, long salt) {
    this.count = count;
    this.salt = salt;
  }

  /** Takes {@code line} if it is among those that are chosen. */
  void offer(byte[] line, Fingerprint print) {
    long mixed = (print.idLow() ^ salt) * 0x9E3779B97F4A7C15L;
    long place = mixed ^ (mixed >>> Integer.SIZE);
    if (chosen.size() < count || place < chosen.peek().place()) {
      chosen.add(new Chosen(place, line));
      if (chosen.size() > count) {
        chosen.remove();
      }
    }
  }

  /** Those that were chosen. */
  List<byte[]> lines() {
    return chosen.stream().map(Chosen::line).toList();
  }
}
