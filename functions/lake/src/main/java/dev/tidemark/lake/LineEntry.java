package dev.tidemark.lake;

import dev.tidemark.core.lake.Precedence;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What is kept of a line while the one that counts is looked for, in {@value #BYTES} bytes.
 *
 * @param identity of its record
 * @param precedence by which it is compared
 * @param deleted whether it says that the record is gone
 * @param object number of its object in the lake
 * @param line number in that object
 */
record LineEntry(Identity identity, Precedence precedence, boolean deleted, int object, int line) {
  static final int BYTES = 61;

  /**
   * A record's identity as the fingerprints of the index have it.
   *
   * @param high first 64 bits of its hash
   * @param low next 64 bits of it
   */
  record Identity(long high, long low) {}

  void write(ByteBuffer to, RunStarts starts) {
    Instant fetchedAt = precedence.fetchedAt();
    to.putLong(identity.high())
        .putLong(identity.low())
        .putInt(precedence.generation())
        .putLong(precedence.rank())
        .putLong(fetchedAt.getEpochSecond())
        .putInt(fetchedAt.getNano())
        .putInt(starts.number(precedence.runStart()))
        .putLong(precedence.batch())
        .put((byte) (deleted ? 1 : 0))
        .putInt(object)
        .putInt(line);
  }

  static LineEntry read(ByteBuffer from, RunStarts starts) {
    return new LineEntry(
        new Identity(from.getLong(), from.getLong()),
        new Precedence(
            from.getInt(),
            from.getLong(),
            Instant.ofEpochSecond(from.getLong(), from.getInt()),
            starts.text(from.getInt()),
            from.getLong()),
        from.get() == 1,
        from.getInt(),
        from.getInt());
  }

  /** In {@value #BYTES} bytes, of which the texts that runs begin with are kept apart. */
  static final class Form implements EntryForm<LineEntry> {
    private final RunStarts starts = new RunStarts();

    @Override
    public int bytes() {
      return BYTES;
    }

    @Override
    public Identity identity(LineEntry entry) {
      return entry.identity;
    }

    @Override
    public void write(LineEntry entry, ByteBuffer to) {
      entry.write(to, starts);
    }

    @Override
    public LineEntry read(ByteBuffer from) {
      return LineEntry.read(from, starts);
    }
  }
}
