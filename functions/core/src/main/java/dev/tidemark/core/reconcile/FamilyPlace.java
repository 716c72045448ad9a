package dev.tidemark.core.reconcile;

import dev.tidemark.core.state.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the proof of vanished children stands. What a list has shown so far is not part of it: that
 * is kept with the batches.
 *
 * @param step what is next to be done for {@code parent}
 * @param parent id as JSON text, which holds no line break
 * @param again how often its list was restarted
 * @param at in a list its cursor, empty for its beginning; where the parent is to be asked for
 *     {@link #ONLY} or nothing; among deletes the last identity deleted
 */
record FamilyPlace(Step step, String parent, int again, String at) {
  /** What is next. */
  enum Step {
    /** The parent's list has to be read. */
    LIST,
    /** The list is hidden: is the parent there? */
    PARENT,
    /** What the list did not show is gone. */
    GONE,
    /** The next parent. */
    BEHIND
  }

  /** The answer was that of an only child that is not there. */
  static final String ONLY = "only";

  /** A list is not restarted more often: its cursors are rejected for a reason that stays. */
  private static final int MAX_AGAIN = 3;

  private static final int PARTS = 4;

  /** Before the list of {@code parent}. */
  static FamilyPlace before(String parent) {
    return new FamilyPlace(Step.LIST, parent, 0, "");
  }

  /** Reads what {@link #text} wrote. */
  static FamilyPlace of(String text) {
    String[] parts = text.split("\n", PARTS);
    if (parts.length != PARTS) {
      throw new IllegalStateException("not a place among children: " + text);
    }
    return new FamilyPlace(
        Step.valueOf(parts[0]), parts[2], Integer.parseInt(parts[1]), parts[PARTS - 1]);
  }

  /** The place as a cursor. */
  String text() {
    return step + "\n" + again + "\n" + parent + "\n" + at;
  }

  /** The list's cursor; null at its beginning. */
  @Nullable Cursor cursor(Instant issued) {
    return at.isEmpty() ? null : new Cursor(at, issued);
  }

  /** The same list at {@code next}. */
  FamilyPlace in(String next) {
    return new FamilyPlace(Step.LIST, parent, again, next);
  }

  /** The same list from its beginning; null if that was tried too often. */
  @Nullable FamilyPlace restarted() {
    return again == MAX_AGAIN ? null : new FamilyPlace(Step.LIST, parent, again + 1, "");
  }

  /** Where the parent itself is asked for. */
  FamilyPlace asking(boolean only) {
    return new FamilyPlace(Step.PARENT, parent, again, only ? ONLY : "");
  }

  /** Among the deletes, behind that of {@code identity}. */
  FamilyPlace deleted(String identity) {
    return new FamilyPlace(Step.GONE, parent, again, identity);
  }

  /** Behind the parent. */
  FamilyPlace behind() {
    return new FamilyPlace(Step.BEHIND, parent, 0, "");
  }
}
