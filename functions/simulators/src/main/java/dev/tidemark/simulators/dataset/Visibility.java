package dev.tidemark.simulators.dataset;

/** Who gets to see a row. */
public enum Visibility {
  /** In lists and by id. */
  LISTED,
  /** By id only, as a contact without an active relationship (lev 1.2, contacts). */
  UNLISTED,
  /**
   * Only for a credential with the scope (askelephant 2.1, private engagements) or asks for it
   * (zendesk 3.3, tickets of AI agents).
   */
  PRIVATE,
  /** Gone for every credential; its position is still known, as after a soft delete. */
  DELETED
}
