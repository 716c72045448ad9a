package dev.tidemark.rest.json;

/** A page is whole JSON and has no list of records where its definition says. */
public final class NoRecordsException extends MalformedPageException {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /**
   * @param lasting whether the answer has another form than the declared one, so that asking again
   *     gives the same
   */
  NoRecordsException(String message, boolean lasting) {
    super(message);
    this.lasting = lasting;
  }

  /** Whether asking again gives the same. */
  public boolean isLasting() {
    return lasting;
  }
}
