package dev.tidemark.simulators.limit;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The form in which a reply says how long to wait. */
public enum RetryHint {
  /** No header. Lev 1.6: "No Retry-After header is documented anywhere". */
  ABSENT,
  /** A number of seconds. AskElephant 2.4: "seconds vs HTTP-date unknown: parse both". */
  SECONDS,
  /** A point in time as HTTP writes it. */
  HTTP_DATE;

  private static final String HEADER = "Retry-After";

  /** {@code reply} with the header, if this form has one. */
  public Reply on(Reply reply, long seconds, Instant now) {
    return switch (this) {
      case ABSENT -> reply;
      case SECONDS -> reply.with(HEADER, Long.toString(seconds));
      case HTTP_DATE ->
          reply.with(
              HEADER,
              DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  now.plusSeconds(seconds).atOffset(ZoneOffset.UTC)));
    };
  }
}
