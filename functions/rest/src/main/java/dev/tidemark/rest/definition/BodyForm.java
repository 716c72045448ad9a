package dev.tidemark.rest.definition;

/** How the body of a request is written. */
public enum BodyForm {
  /** As a JSON object. */
  JSON,
  /** As a form: name=value&amp;name=value, percent-encoded. */
  FORM
}
