package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.Scalar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page that was read to its end: what stood around its records, and what it was asked by.
 *
 * @param answer its headers; the body has been read
 * @param shown what its records show of their place
 * @param time the server's clock when it answered
 */
public record PageSeen(Envelope envelope, Response answer, Asked asked, Shown shown, Instant time) {
  private static final Scalar NOTHING = new Scalar(Scalar.Kind.NULL, "");

  /**
   * The value at {@code location}; null where the body lacks the member. A header that is not there
   * is a null value: headers have no other.
   */
  public @Nullable Scalar at(Location location) {
    MemberPath body = location.body();
    if (body != null) {
      return envelope.at(body);
    }
    String value = answer.header(String.valueOf(location.header()));
    return value == null ? NOTHING : new Scalar(Scalar.Kind.TEXT, value);
  }

  /** The same page as one that was asked for at {@code cursor}. */
  PageSeen askedAt(@Nullable String cursor) {
    return new PageSeen(
        envelope,
        answer,
        new Asked(asked.uri(), cursor, asked.from(), asked.pageSize()),
        shown,
        time);
  }
}
