package dev.tidemark.rest.request;

import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The server's clock, from where the definition says, else from the {@code Date} header.
 *
 * @param location null where the definition says nothing
 */
public record ServerClock(@Nullable Location location) {
  /**
   * The server's time.
   *
   * @param asked ours, where the server sends none
   */
  public Instant time(Envelope envelope, Response answer, Instant asked) {
    String header = location == null ? null : location.header();
    MemberPath body = location == null ? null : location.body();
    String text =
        header != null ? answer.header(header) : body != null ? envelope.text(body) : null;
    Instant at = text == null ? null : Times.instant(text, TimeFormat.ISO_8601);
    return at == null ? date(answer, asked) : at;
  }

  /** The time of the {@code Date} header; {@code asked} where there is none. */
  public static Instant date(Response answer, Instant asked) {
    String date = answer.header("Date");
    Instant at = date == null ? null : RetryAfter.httpDate(date);
    return at == null ? asked : at;
  }
}
