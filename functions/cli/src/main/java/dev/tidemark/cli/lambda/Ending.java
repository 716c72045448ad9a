package dev.tidemark.cli.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one invocation ended. */
public sealed interface Ending {
  /** The function answered. */
  record Answered(String event, ObjectNode answer) implements Ending {}

  /** The function threw. */
  record Threw(String event, Throwable cause) implements Ending {}

  /** The invocation was killed. */
  record Killed(String event, String why) implements Ending {}
}
