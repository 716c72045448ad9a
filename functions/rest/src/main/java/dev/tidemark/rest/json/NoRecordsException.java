package dev.tidemark.rest.json;

/** A page is whole JSON and has no list of records where its definition says. */
public final class NoRecordsException extends MalformedPageException {
  private static final long serialVersionUID = 1L;

  NoRecordsException(String message) {
    super(message);
  }
}
