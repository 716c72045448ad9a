package dev.tidemark.core.source;

import dev.tidemark.core.state.Account;

/** What came of asking whose data an API shows. */
public sealed interface AccountOutcome {
  /** The account is known. */
  record Known(Account account) implements AccountOutcome {}

  /**
   * The account could not be determined.
   *
   * @param why anything but a delivered page
   */
  record Unknown(PageOutcome why) implements AccountOutcome {}
}
