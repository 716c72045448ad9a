package dev.tidemark.core.state;

/**
 * The account that a connection belongs to.
 *
 * @param revision raised by every write; 1 for the first
 */
public record Binding(long revision, Account account) {
  public Binding {
    if (revision < 1) {
      throw new IllegalArgumentException("revision < 1: " + revision);
    }
  }

  /** The first binding of a connection. */
  public static Binding first(Account account) {
    return new Binding(1, account);
  }

  /** The binding that takes the place of this one. */
  public Binding to(Account next) {
    return new Binding(revision + 1, next);
  }
}
