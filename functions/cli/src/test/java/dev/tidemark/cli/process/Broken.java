package dev.tidemark.cli.process;

import dev.tidemark.simulators.server.Quirk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource whose API breaks its word.
 *
 * @param quirk what it does; null where its records are what is wrong
 * @param says what the reason holds: where it is, and what to do
 * @param named whether its answer carries the vendor's request id
 */
record Broken(String resource, @Nullable Quirk quirk, List<String> says, boolean named) {
  static Broken of(String resource, @Nullable Quirk quirk, String... says) {
    return new Broken(resource, quirk, List.of(says), true);
  }

  /** The same, where the vendor names no request. */
  Broken unnamed() {
    return new Broken(resource, quirk, says, false);
  }
}
