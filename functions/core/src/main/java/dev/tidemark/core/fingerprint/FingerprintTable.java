package dev.tidemark.core.fingerprint;

import java.util.Arrays;

/**
 * The fingerprints that a run compares with, in memory: identity to the bytes that were published
 * last. It is split into partitions that grow one by one, so that growing never needs twice the
 * table. Past its bound new identities are not remembered: their records are published again should
 * they come back.
 */
public final class FingerprintTable {
  private static final int PARTITIONS = 64;
  private static final int FIELDS = 3;
  private static final int FIRST_CAPACITY = 8;

  private final long bound;
  private final long[][] slots = new long[PARTITIONS][];
  private final int[] sizes = new int[PARTITIONS];
  private long size;
  private boolean full;

  /**
   * @param bound how many identities are remembered at most
   */
  public FingerprintTable(long bound) {
    if (bound < 0) {
      throw new IllegalArgumentException("bound < 0: " + bound);
    }
    this.bound = bound;
    Arrays.setAll(slots, _ -> new long[FIRST_CAPACITY * FIELDS]);
  }

  /** The bytes last published for this identity; 0 where none are known. */
  public long published(long idHigh, long idLow) {
    long[] table = slots[partition(idHigh)];
    return table[find(table, idHigh, idLow) + 2];
  }

  /**
   * Remembers the bytes published for an identity.
   *
   * @param bytes 0 to forget them
   */
  public void put(long idHigh, long idLow, long bytes) {
    int partition = partition(idHigh);
    int slot = find(slots[partition], idHigh, idLow);
    if (isFree(slots[partition], slot)) {
      if (bytes == 0) {
        return;
      }
      if (size >= bound) {
        full = true;
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
    table[slot + 2] = bytes;
  }

  /** Identities remembered. */
  public long size() {
    return size;
  }

  /** Whether the bound was reached and something was not remembered. */
  public boolean full() {
    return full;
  }

  /** Shows every identity that is remembered to {@code each}, in no order. */
  public void forEach(FingerprintLog.Each each) {
    for (long[] table : slots) {
      for (int i = 0; i < table.length; i += FIELDS) {
        if (table[i + 2] != 0) {
          each.take(table[i], table[i + 1], table[i + 2]);
        }
      }
    }
  }

  private void grow(int partition) {
    long[] old = slots[partition];
    long[] larger = new long[Math.multiplyExact(old.length, 2)];
    for (int i = 0; i < old.length; i += FIELDS) {
      if (!isFree(old, i)) {
        System.arraycopy(old, i, larger, find(larger, old[i], old[i + 1]), FIELDS);
      }
    }
    slots[partition] = larger;
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
    int slot = (int) (idLow & (capacity - 1)) * FIELDS;
    while (!isFree(table, slot) && (table[slot] != idHigh || table[slot + 1] != idLow)) {
      slot += FIELDS;
      if (slot == table.length) {
        slot = 0;
      }
    }
    return slot;
  }
}
