package dev.tidemark.core.state;

import org.jspecify.annotations.Nullable;

/**
 * Whose data an API shows.
 *
 * @param origin where the API is: scheme, host, port and base path, in one spelling
 * @param id the account's own id, where the API tells it; null where it does not
 */
public record Account(String origin, @Nullable String id) {
  public Account {
    if (origin.isEmpty()) {
      throw new IllegalArgumentException("an account without an origin");
    }
  }

  /** Whether both are certainly one account, wherever it is asked. */
  public boolean certainlyIs(Account other) {
    return id != null && id.equals(other.id);
  }

  /** Whether {@code other} is asked elsewhere, or is known to be another account. */
  public boolean differsFrom(Account other) {
    return !origin.equals(other.origin) || (id != null && other.id != null && !id.equals(other.id));
  }

  /** In words, as in {@code https://api.example.com (account 123)}. */
  @Override
  public String toString() {
    return id == null ? origin : origin + " (account " + id + ")";
  }
}
