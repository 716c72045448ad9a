package dev.tidemark.aws.telemetry;

import java.time.InstantSource;

/**
 * Where a stack's measurements go: a namespace of its own, so that two stacks that name their
 * accounts alike do not add up.
 *
 * @param out the function's standard output
 * @param stack the stack's name
 */
public record Meter(JsonLines out, String stack, InstantSource clock) {
  String namespace() {
    return "Tidemark/" + stack;
  }
}
