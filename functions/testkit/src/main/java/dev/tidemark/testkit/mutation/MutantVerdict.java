package dev.tidemark.testkit.mutation;

/**
 * What a test came to.
 *
 * @param run how many of its invocations ran
 * @param failure of the first that failed; empty if none did
 */
public record MutantVerdict(long run, String failure) {
  /** Whether something ran and nothing failed. */
  public boolean passed() {
    return run > 0 && failure.isEmpty();
  }

  /** Whether something ran and failed. */
  public boolean failed() {
    return run > 0 && !failure.isEmpty();
  }
}
