package dev.tidemark.rest.definition;

/** The method by which a list is asked for. */
public enum Method {
  /** Without a body. */
  GET,
  /** With a JSON body. */
  POST
}
