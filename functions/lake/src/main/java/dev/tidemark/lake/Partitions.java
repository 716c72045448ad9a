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
final class Partitions<E> {
  static final int PARTS = 256;

  private static final int BITS = 8;
  private static final int ENTRIES = 128;

  private final Scratch scratch;
  private final EntryForm<E> form;
  private final int shift;
  private final @Nullable ByteBuffer[] pieces = new @Nullable ByteBuffer[PARTS];
  private final List<List<Long>> stored = new ArrayList<>();

  private Partitions(Scratch scratch, EntryForm<E> form, int shift) {
    this.scratch = scratch;
    this.form = form;
    this.shift = shift;
    for (int part = 0; part < PARTS; part++) {
      stored.add(new ArrayList<>());
    }
  }

  /** Of no entry yet. */
  static <E> Partitions<E> in(Scratch scratch, EntryForm<E> form) {
    return new Partitions<>(scratch, form, Long.SIZE - BITS);
  }

  void add(E entry) {
    int part = (int) (form.identity(entry).high() >>> shift) & (PARTS - 1);
    ByteBuffer piece = pieces[part];
    if (piece == null) {
      piece = ByteBuffer.allocate(ENTRIES * form.bytes());
      pieces[part] = piece;
    }
    form.write(entry, piece);
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
  boolean show(int part, Predicate<E> each) {
    ByteBuffer last = pieces[part];
    if (last == null) {
      return true;
    }
    for (long at : stored.get(part)) {
      ByteBuffer piece = ByteBuffer.allocate(ENTRIES * form.bytes());
      scratch.read(at, piece);
      if (!show(piece.flip(), each)) {
        return false;
      }
    }
    return show(last.duplicate().flip(), each);
  }

  private boolean show(ByteBuffer piece, Predicate<E> each) {
    while (piece.hasRemaining()) {
      if (!each.test(form.read(piece))) {
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
  Partitions<E> split(int part) {
    Partitions<E> finer = new Partitions<>(scratch, form, shift - BITS);
    show(
        part,
        entry -> {
          finer.add(entry);
          return true;
        });
    return finer;
  }
}
