package dev.tidemark.testkit.wire;

import java.time.Duration;

/** What becomes of one exchange. */
public sealed interface WireFault {
  /** Nothing goes wrong. */
  WireFault NONE = new None();

  /** Nothing goes wrong. */
  record None() implements WireFault {}

  /**
   * Something in between answers; the server never sees the request.
   *
   * @param type of the body's content
   */
  record Answered(int status, String type, String body) implements WireFault {}

  /** The connection is reset; the server never sees the request. */
  record RequestLost() implements WireFault {}

  /**
   * The server does what it is asked, and its answer is lost.
   *
   * @param reset whether the connection is reset, or else closed as if all were said
   */
  record AnswerLost(boolean reset) implements WireFault {}

  /** The server does what it is asked, and its answer breaks off in the middle. */
  record AnswerCut() implements WireFault {}

  /** The server does what it is asked, and its answer comes late. */
  record AnswerLate(Duration by) implements WireFault {}
}
