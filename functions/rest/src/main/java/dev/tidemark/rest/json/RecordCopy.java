package dev.tidemark.rest.json;

import org.jspecify.annotations.Nullable;

/** A record as it lands: without the blanks around its values. */
final class RecordCopy {
  private final Skips skipped;
  private byte[] scratch = new byte[16 * 1024];

  /** Notes where the members that are {@code skipped} lie in a copy. */
  RecordCopy(Skips skipped) {
    this.skipped = skipped;
  }

  /** What was copied last. */
  byte[] bytes() {
    return scratch;
  }

  /** Copies what lies between two offsets; gives its length. */
  int whole(Tape tape, long start, long end) {
    reserve(tape.index(end) - tape.index(start));
    return copy(tape, start, end, 0);
  }

  /** The same, noting in {@code skips} where the members to skip lie in the copy. */
  int compact(Tape tape, long start, long end, int @Nullable [] skips) {
    reserve(tape.index(end) - tape.index(start));
    int at = 0;
    long from = start;
    for (int i = 0; i < skipped.size(); i++) {
      at = copy(tape, from, skipped.at(i), at);
      from = skipped.at(i);
      if (skips != null) {
        skips[i] = at;
      }
    }
    return copy(tape, from, end, at);
  }

  private int copy(Tape tape, long from, long to, int at) {
    return Compaction.compact(tape.array(), tape.index(from), tape.index(to), scratch, at);
  }

  private void reserve(int length) {
    if (scratch.length < length) {
      scratch = new byte[Math.max(length, scratch.length * 2)];
    }
  }
}
