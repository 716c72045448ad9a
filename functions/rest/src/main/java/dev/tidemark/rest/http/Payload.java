package dev.tidemark.rest.http;

import java.nio.charset.StandardCharsets;

/**
 * The body of a request; it may hold a secret, and prints as nothing.
 *
 * @param type its media type
 */
public record Payload(String type, String text) {
  /** A body of JSON. */
  public static Payload json(String text) {
    return new Payload("application/json", text);
  }

  /** The body of a form. */
  public static Payload form(Query fields) {
    return new Payload("application/x-www-form-urlencoded", fields.encoded());
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return type + ": …";
  }
}
