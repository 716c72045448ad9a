package dev.tidemark.lake;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a record while two states are compared.
 *
 * @param identity of the record
 * @param bytes of the record, as in a fingerprint
 * @param at the record's own time; null where it has none
 * @param flags whether it is of the second state, is gone, or was read alone
 * @param object number of its object
 * @param line number in that object
 */
record StateEntry(
    LineEntry.Identity identity,
    long bytes,
    @Nullable Instant at,
    byte flags,
    int object,
    int line) {
  private static final int OTHER = 1;
  private static final int GONE = 2;
  private static final int ALONE = 4;

  /** Stands for no time: no record is so old. */
  private static final long NO_TIME = Long.MIN_VALUE;

  static byte flags(boolean other, boolean gone, boolean alone) {
    return (byte) ((other ? OTHER : 0) | (gone ? GONE : 0) | (alone ? ALONE : 0));
  }

  boolean other() {
    return (flags & OTHER) != 0;
  }

  boolean gone() {
    return (flags & GONE) != 0;
  }

  boolean alone() {
    return (flags & ALONE) != 0;
  }

  /** In 45 bytes. */
  static final class Form implements EntryForm<StateEntry> {
    @Override
    public int bytes() {
      return 45;
    }

    @Override
    public LineEntry.Identity identity(StateEntry entry) {
      return entry.identity;
    }

    @Override
    public void write(StateEntry entry, ByteBuffer to) {
      Instant at = entry.at;
      to.putLong(entry.identity.high())
          .putLong(entry.identity.low())
          .putLong(entry.bytes)
          .putLong(at == null ? NO_TIME : at.getEpochSecond())
          .putInt(at == null ? 0 : at.getNano())
          .put(entry.flags)
          .putInt(entry.object)
          .putInt(entry.line);
    }

    @Override
    public StateEntry read(ByteBuffer from) {
      LineEntry.Identity identity = new LineEntry.Identity(from.getLong(), from.getLong());
      long bytes = from.getLong();
      long second = from.getLong();
      int nano = from.getInt();
      return new StateEntry(
          identity,
          bytes,
          second == NO_TIME ? null : Instant.ofEpochSecond(second, nano),
          from.get(),
          from.getInt(),
          from.getInt());
    }
  }
}
