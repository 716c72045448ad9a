package dev.tidemark.cli;

import picocli.CommandLine.Option;

/** Whether a verb answers in JSON. */
final class JsonOption {
  @Option(names = "--json", description = "One JSON document per resource, and nothing else.")
  private boolean json;

  boolean isGiven() {
    return json;
  }
}
