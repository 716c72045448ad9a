package dev.tidemark.simulators.server;

import java.util.List;

/** The quirks that one request meets, in the order in which they were planned. */
public record Due(List<Quirk> quirks) {
  public Due {
    quirks = List.copyOf(quirks);
  }

  /** Those of one family. */
  public <Q extends Quirk> List<Q> of(Class<Q> family) {
    return quirks.isEmpty()
        ? List.of()
        : quirks.stream().filter(family::isInstance).map(family::cast).toList();
  }

  /** Whether one of {@code kind} is due. */
  public boolean has(Class<? extends Quirk> kind) {
    return quirks.stream().anyMatch(kind::isInstance);
  }
}
