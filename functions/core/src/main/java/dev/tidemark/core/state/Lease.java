package dev.tidemark.core.state;

import java.time.Instant;

/**
 * The exclusive right of one invocation to a resource. Its expiry gives liveness only; safety comes
 * from the fencing token, which every claim raises.
 *
 * @param owner unique to one invocation
 * @param until when another owner may take it
 */
public record Lease(String owner, Instant until) {
  public Lease {
    if (owner.isEmpty()) {
      throw new IllegalArgumentException("lease without an owner");
    }
  }

  /** Whether the owner may still be at work at {@code now}. */
  public boolean live(Instant now) {
    return now.isBefore(until);
  }
}
