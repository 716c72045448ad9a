package dev.tidemark.certify;

import dev.tidemark.simulators.server.Reply;

/** Stands between a reader and an honest API, and answers otherwise than that would. */
@FunctionalInterface
interface Liar {
  /** Answers as the API does. */
  Liar NONE = (asked, _, honest) -> honest.answer(asked);

  /**
   * Answers a request for a page of the list that is certified.
   *
   * @param number of the request, counted from 1 since the lie began
   */
  Reply answer(Exchange asked, int number, Honest honest);

  /** The API behind it. */
  @FunctionalInterface
  interface Honest {
    /** What the API answers. */
    Reply answer(Exchange asked);
  }
}
