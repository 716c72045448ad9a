package dev.tidemark.core.fingerprint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The fingerprints of a batch in the order of its lines, and their stored form: 24 bytes each,
 * big-endian.
 */
public final class FingerprintLog {
  private static final int FIELDS = 3;
  private long[] entries = new long[256 * FIELDS];
  private int used;

  /** Reads what {@link #toBytes} wrote. */
  public static FingerprintLog of(ByteBuffer stored) {
    if (stored.remaining() % Fingerprint.SIZE != 0) {
      throw new IllegalArgumentException(
          "not a multiple of " + Fingerprint.SIZE + ": " + stored.remaining());
    }
    FingerprintLog log = new FingerprintLog();
    log.entries = new long[stored.remaining() / Long.BYTES];
    stored.asLongBuffer().get(log.entries);
    log.used = log.entries.length;
    return log;
  }

  /** Appends one. */
  public void add(Fingerprint fingerprint) {
    if (used == entries.length) {
      entries = Arrays.copyOf(entries, Math.max(entries.length * 2, 256 * FIELDS));
    }
    entries[used++] = fingerprint.idHigh();
    entries[used++] = fingerprint.idLow();
    entries[used++] = fingerprint.bytes();
  }

  /** Appends all of {@code other}. */
  public void addAll(FingerprintLog other) {
    if (used + other.used > entries.length) {
      entries = Arrays.copyOf(entries, Math.max(entries.length * 2, used + other.used));
    }
    System.arraycopy(other.entries, 0, entries, used, other.used);
    used += other.used;
  }

  /** The last one of every identity. */
  public FingerprintLog newest() {
    FingerprintTable seen = new FingerprintTable(size());
    FingerprintLog kept = new FingerprintLog();
    for (int i = used - FIELDS; i >= 0; i -= FIELDS) {
      if (seen.published(entries[i], entries[i + 1]) == 0) {
        seen.put(entries[i], entries[i + 1], entries[i + 2]);
        kept.add(new Fingerprint(entries[i], entries[i + 1], entries[i + 2]));
      }
    }
    return kept;
  }

  /** How many there are. */
  public int size() {
    return used / FIELDS;
  }

  /** Forgets all but the first {@code count}. */
  public void truncate(int count) {
    used = Math.min(used, count * FIELDS);
  }

  /** Takes the entries of a log one by one. */
  @FunctionalInterface
  public interface Each {
    /** Takes one entry. */
    void take(long idHigh, long idLow, long bytes);
  }

  /** Shows every entry to {@code each}, the newest last. */
  public void forEach(Each each) {
    for (int i = 0; i < used; i += FIELDS) {
      each.take(entries[i], entries[i + 1], entries[i + 2]);
    }
  }

  /** Shows every entry to {@code table}, the newest last. */
  public void replayInto(FingerprintTable table) {
    forEach(table::put);
  }

  /** The first {@code count} entries, or the others. */
  public FingerprintLog part(int count, boolean first) {
    int cut = Math.min(used, count * FIELDS);
    FingerprintLog part = new FingerprintLog();
    part.entries = first ? Arrays.copyOf(entries, cut) : Arrays.copyOfRange(entries, cut, used);
    part.used = part.entries.length;
    return part;
  }

  /** The stored form. */
  public byte[] toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(used * Long.BYTES);
    buffer.asLongBuffer().put(entries, 0, used);
    return buffer.array();
  }
}
