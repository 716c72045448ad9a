package dev.tidemark.core.source;

import dev.tidemark.core.state.Account;

/** What came of asking whose data an API shows. */
public sealed interface AccountOutcome {
  /** It is told. */
  record Known(Account account) implements AccountOutcome {}

  /**
   * It could not be told.
   *
   * @param why anything but a delivered page
   */
  record Unknown(PageOutcome why) implements AccountOutcome {}
}
