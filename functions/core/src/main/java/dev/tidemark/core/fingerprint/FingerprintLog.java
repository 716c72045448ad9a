package dev.tidemark.core.fingerprint;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * The fingerprints of a batch in the order of its lines, each with what its identity is published
 * as after that line, and their stored form: 40 bytes each, big-endian.
 */
public final class FingerprintLog {
  static final int FIELDS = 5;

  /** Longs of an entry of the first form, which did not know ranks and generations. */
  private static final int FIRST_FIELDS = 3;

  private static final int FIRST_ENTRIES = 256;
  private long[] entries = new long[FIRST_ENTRIES * FIELDS];
  private int used;

  /** Reads what {@link #toBytes} wrote. */
  public static FingerprintLog of(ByteBuffer stored) {
    LongBuffer longs = longs(stored, FIELDS);
    FingerprintLog log = new FingerprintLog();
    log.entries = new long[longs.remaining()];
    longs.get(log.entries);
    log.used = log.entries.length;
    return log;
  }

  /**
   * Reads the first stored form: 24 bytes each, without ranks and generations. No version is seen
   * to go back behind such an entry.
   */
  public static FingerprintLog ofFirstForm(ByteBuffer stored) {
    LongBuffer longs = longs(stored, FIRST_FIELDS);
    FingerprintLog log = new FingerprintLog();
    while (longs.hasRemaining()) {
      log.add(longs.get(), longs.get(), PublishedAs.of(longs.get()));
    }
    return log;
  }

  private static LongBuffer longs(ByteBuffer stored, int fields) {
    if (stored.remaining() % (fields * Long.BYTES) != 0) {
      throw new IllegalArgumentException(
          "not a multiple of " + fields * Long.BYTES + ": " + stored.remaining());
    }
    return stored.asLongBuffer();
  }

  /** Appends one of which only the bytes count. */
  public void add(Fingerprint fingerprint) {
    add(fingerprint.idHigh(), fingerprint.idLow(), PublishedAs.of(fingerprint.bytes()));
  }

  /** Appends one. */
  public void add(long idHigh, long idLow, PublishedAs as) {
    reserve(FIELDS);
    entries[used] = idHigh;
    entries[used + 1] = idLow;
    write(entries, used, as);
    used += FIELDS;
  }

  /** Appends all of {@code other}. */
  public void addAll(FingerprintLog other) {
    reserve(other.used);
    System.arraycopy(other.entries, 0, entries, used, other.used);
    used += other.used;
  }

  private void reserve(int more) {
    if (used + more > entries.length) {
      int least = Math.max(used + more, FIRST_ENTRIES * FIELDS);
      entries = Arrays.copyOf(entries, Math.max(entries.length * 2, least));
    }
  }

  /** What stands of every identity after all of them, in an order that follows from the content. */
  public FingerprintLog newest() {
    FingerprintTable seen = new FingerprintTable(size());
    replayInto(seen);
    FingerprintLog kept = new FingerprintLog();
    seen.forEach(kept::add);
    return kept;
  }

  /** How many there are. */
  public int size() {
    return used / FIELDS;
  }

  /** How many are of a generation above the first. */
  public long raised() {
    long raised = 0;
    for (int i = 0; i < used; i += FIELDS) {
      raised += read(entries, i).generation() > 0 ? 1 : 0;
    }
    return raised;
  }

  /** Forgets all but the first {@code count}. */
  public void truncate(int count) {
    used = Math.min(used, count * FIELDS);
  }

  /** Takes the entries of a log one by one. */
  @FunctionalInterface
  public interface Each {
    /** Takes one entry. */
    void take(long idHigh, long idLow, PublishedAs as);
  }

  /** Shows every entry to {@code each}, the newest last. */
  public void forEach(Each each) {
    for (int i = 0; i < used; i += FIELDS) {
      each.take(entries[i], entries[i + 1], read(entries, i));
    }
  }

  /** Enters every entry into {@code table}, the newest last. */
  public void replayInto(FingerprintTable table) {
    forEach(table::enter);
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

  /** Reads the entry at {@code at}; its bytes must be known. */
  static PublishedAs read(long[] entries, int at) {
    long mark = entries[at + 4];
    return new PublishedAs(
        entries[at + 2], entries[at + 3], (int) (mark >>> Integer.SIZE), (int) mark);
  }

  /** Writes the entry at {@code at}, but for its identity. */
  static void write(long[] entries, int at, PublishedAs as) {
    entries[at + 2] = as.bytes();
    entries[at + 3] = as.rank();
    entries[at + 4] = ((long) as.generation() << Integer.SIZE) | Integer.toUnsignedLong(as.since());
  }
}
