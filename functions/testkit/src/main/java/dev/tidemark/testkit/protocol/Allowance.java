package dev.tidemark.testkit.protocol;

/**
 * What bounds the search.
 *
 * @param runs runs begun so far
 * @param verbs how often the operator may still interfere
 * @param foreign whether an object may still appear that is no batch of its place
 */
record Allowance(int runs, int verbs, boolean foreign) {
  static final Allowance NONE = new Allowance(0, 0, false);
}
