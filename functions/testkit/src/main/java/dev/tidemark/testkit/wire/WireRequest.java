package dev.tidemark.testkit.wire;

/**
 * A request as the wire sees it.
 *
 * @param target path and query
 * @param operation what it asks for, where the protocol says so in a header and not in the path
 * @param body its text
 */
public record WireRequest(String method, String target, String operation, String body) {
  /** Method and target, as in {@code PUT /bucket/key}. */
  public String line() {
    return method + " " + target;
  }
}
