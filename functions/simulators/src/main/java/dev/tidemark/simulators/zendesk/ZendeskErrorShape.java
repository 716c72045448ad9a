package dev.tidemark.simulators.zendesk;

/** The shapes in which Zendesk answers errors (contract zendesk 3.8, "at least five shapes"). */
public enum ZendeskErrorShape {
  /** {@code {"error": "message"}}. */
  WORD,
  /** {@code {"error": {"title", "message"}}}. */
  TITLED,
  /** {@code {"error": "Code", "description": "message"}}. */
  DESCRIBED,
  /** {@code {"errors": [{"code", "title", "detail"}]}}. */
  LISTED,
  /** {@code {"error", "description", "details": {"base": [{"description", "error"}]}}}. */
  DETAILED,
  /** {@code {"error", "error_description"}}, as OAuth has it. */
  OAUTH,
  /** The message as text/plain (zendesk 3.1: "you may get a text/plain response"). */
  PLAIN
}
