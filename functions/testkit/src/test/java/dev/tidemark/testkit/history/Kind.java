package dev.tidemark.testkit.history;

/** The ways in which a collection changes. */
enum Kind {
  /** A new record, dated now. */
  INSERT,
  /** Several records that are all dated now. */
  TIE,
  /** A new record with the time of the newest one, shown up to the settle lag after it. */
  LATE_TIE,
  /** A new record that is shown up to the settle lag after its time. */
  LATE_INSERT,
  /** A new record from the future. */
  FUTURE,
  /** A new record without a time. */
  UNDATED,
  /** A record changes, and its time is now. */
  EDIT,
  /** A change that is shown up to the settle lag after its time. */
  LATE_EDIT,
  /** A record's bytes change, and its time does not move. */
  REWRITE,
  /** A record from the future is corrected: its time is now. */
  CORRECT,
  /** A record is restored from a backup: its time goes back. */
  BACK,
  /** A record changes, and its time is gone. */
  TIMELESS,
  /** A record goes without a trace. */
  DELETE,
  /** A record that went comes back, dated now. */
  RETURN,
  /** A record that went comes back as it was. */
  RETURN_UNCHANGED,
  /** A record that went comes back from a backup: its time goes back. */
  RETURN_BACK
}
