package dev.tidemark.rest.auth;

/**
 * A header that shows a credential; it prints without its value.
 *
 * @param value a secret
 */
public record ShownHeader(String header, String value) implements Authorization {
  @Override
  public String toString() {
    return header + ": …";
  }
}
