package dev.tidemark.core.fingerprint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints that a run compares with, in memory: identity to what it is published as. It is
 * split into partitions that grow one by one, so that growing never needs twice the table. Past its
 * bound new identities are not remembered: their records are published again should they come back.
 */
public final class FingerprintTable {
  private static final int PARTITIONS = 64;
  private static final int FIELDS = FingerprintLog.FIELDS;
  private static final int FIRST_CAPACITY = 8;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final FingerprintRoom room;
  private final long[][] slots = new long[PARTITIONS][];
  private final int[] sizes = new int[PARTITIONS];
  private long size;
  private boolean full;
  private int forgotten;

  /**
   * @param bound how many identities are remembered at most
   */
  public FingerprintTable(long bound) {
    this(new FingerprintRoom(bound));
  }

  /**
   * @param room shared with other tables
   */
  public FingerprintTable(FingerprintRoom room) {
    this.room = room;
    Arrays.setAll(slots, _ -> new long[FIRST_CAPACITY * FIELDS]);
  }

  /** Forgets everything and gives its place to the other tables. */
  public void clear() {
    room.free(size);
    size = 0;
    Arrays.fill(sizes, 0);
    Arrays.setAll(slots, _ -> new long[FIRST_CAPACITY * FIELDS]);
  }

  /** What this identity is published as; null where that is not known. */
  public @Nullable PublishedAs published(long idHigh, long idLow) {
    long[] table = slots[partition(idHigh)];
    int slot = find(table, idHigh, idLow);
    return table[slot + 2] == 0 ? null : FingerprintLog.read(table, slot);
  }

  /** Enters what a run published on top of what is known; see {@link PublishedAs#over}. */
  public void enter(long idHigh, long idLow, PublishedAs as) {
    put(idHigh, idLow, as.over(published(idHigh, idLow)));
  }

  /** Remembers what an identity is published as, whatever was known. */
  public void put(long idHigh, long idLow, PublishedAs as) {
    int partition = partition(idHigh);
    int slot = find(slots[partition], idHigh, idLow);
    if (isFree(slots[partition], slot)) {
      if (!room.take(1)) {
        full = true;
        forgotten = Math.max(forgotten, as.generation());
        return;
      }
      size++;
      sizes[partition]++;
      if (sizes[partition] * FIELDS * 4 > slots[partition].length * 3) {
        grow(partition);
        slot = find(slots[partition], idHigh, idLow);
      }
    }
    long[] table = slots[partition];
    table[slot] = idHigh;
    table[slot + 1] = idLow;
    FingerprintLog.write(table, slot, as);
  }

  /** Forgets what an identity is published as. */
  public void forget(long idHigh, long idLow) {
    long[] table = slots[partition(idHigh)];
    table[find(table, idHigh, idLow) + 2] = 0;
  }

  /** Identities remembered. */
  public long size() {
    return size;
  }

  /** Whether the bound was reached and something was not remembered. */
  public boolean full() {
    return full;
  }

  /** The highest generation of what was not remembered. */
  public int forgotten() {
    return forgotten;
  }

  /** Shows every identity that is remembered to {@code each}, in no order. */
  public void forEach(FingerprintLog.Each each) {
    for (long[] table : slots) {
      for (int i = 0; i < table.length; i += FIELDS) {
        if (table[i + 2] != 0) {
          each.take(table[i], table[i + 1], FingerprintLog.read(table, i));
        }
      }
    }
  }

  private void grow(int partition) {
    long[] old = slots[partition];
    // By a quarter: all partitions grow at about the same time, and doubling them would leave half
    // of the table empty.
    int slots = old.length / FIELDS;
    long[] larger =
        new long[Math.multiplyExact(slots + Math.max(slots / 4, FIRST_CAPACITY), FIELDS)];
    for (int i = 0; i < old.length; i += FIELDS) {
      if (!isFree(old, i)) {
        System.arraycopy(old, i, larger, find(larger, old[i], old[i + 1]), FIELDS);
      }
    }
    this.slots[partition] = larger;
  }

  private static int partition(long idHigh) {
    return (int) (idHigh >>> 58);
  }

  private static boolean isFree(long[] table, int slot) {
    return table[slot] == 0 && table[slot + 1] == 0;
  }

  /** The identity's slot, or the free one where it belongs; the table is never full. */
  private static int find(long[] table, long idHigh, long idLow) {
    int capacity = table.length / FIELDS;
    // Identities are hashes; that others do not meet in one slot costs a multiplication.
    long spread = (idLow * SPREAD) >>> Integer.SIZE;
    int slot = (int) ((spread * capacity) >>> Integer.SIZE) * FIELDS;
    while (!isFree(table, slot) && (table[slot] != idHigh || table[slot + 1] != idLow)) {
      slot += FIELDS;
      if (slot == table.length) {
        slot = 0;
      }
    }
    return slot;
  }
}
