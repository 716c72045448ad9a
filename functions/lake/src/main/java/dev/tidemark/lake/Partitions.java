package dev.tidemark.lake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Entries of lines, divided by their identities' hashes. All of one identity are in one part and
 * stay in the order in which they were added. Of each part one piece is in memory, and those before
 * it in the temporary file.
 */
final class Partitions {
  static final int PARTS = 256;

  private static final int BITS = 8;
  private static final int PIECE = 128 * LineEntry.BYTES;

  private final Scratch scratch;
  private final RunStarts starts;
  private final int shift;
  private final @Nullable ByteBuffer[] pieces = new @Nullable ByteBuffer[PARTS];
  private final List<List<Long>> stored = new ArrayList<>();

  private Partitions(Scratch scratch, RunStarts starts, int shift) {
    this.scratch = scratch;
    this.starts = starts;
    this.shift = shift;
    for (int part = 0; part < PARTS; part++) {
      stored.add(new ArrayList<>());
    }
  }

  /** Of no entry yet. */
  static Partitions in(Scratch scratch) {
    return new Partitions(scratch, new RunStarts(), Long.SIZE - BITS);
  }

  void add(LineEntry entry) {
    int part = (int) (entry.identity().high() >>> shift) & (PARTS - 1);
    ByteBuffer piece = pieces[part];
    if (piece == null) {
      piece = ByteBuffer.allocate(PIECE);
      pieces[part] = piece;
    }
    entry.write(piece, starts);
    if (!piece.hasRemaining()) {
      stored.get(part).add(scratch.append(piece.flip()));
      piece.clear();
    }
  }

  /**
   * Shows the entries of {@code part} to {@code each} in their order, as long as it answers true.
   *
   * @return whether all were shown
   */
  boolean show(int part, Predicate<LineEntry> each) {
    ByteBuffer last = pieces[part];
    if (last == null) {
      return true;
    }
    for (long at : stored.get(part)) {
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      scratch.read(at, piece);
      if (!show(piece.flip(), each)) {
        return false;
      }
    }
    return show(last.duplicate().flip(), each);
  }

  private boolean show(ByteBuffer piece, Predicate<LineEntry> each) {
    while (piece.hasRemaining()) {
      if (!each.test(LineEntry.read(piece, starts))) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@link #split} divides by bits that this does not know yet. */
  boolean divides() {
    return shift >= BITS;
  }

  /** The entries of {@code part}, divided by the next bits of their hashes. */
  Partitions split(int part) {
    Partitions finer = new Partitions(scratch, starts, shift - BITS);
    show(
        part,
        entry -> {
          finer.add(entry);
          return true;
        });
    return finer;
  }
}
