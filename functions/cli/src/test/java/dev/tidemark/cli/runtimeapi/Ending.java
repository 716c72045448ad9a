package dev.tidemark.cli.runtimeapi;

import com.fasterxml.jackson.databind.JsonNode;

/** How an invocation ended. */
sealed interface Ending {
  /** The function answered. */
  record Answered(JsonNode answer) implements Ending {}

  /** The function threw, or could not begin. */
  record Threw(String error) implements Ending {}

  /** The process is gone. */
  record Died(int status) implements Ending {}
}
