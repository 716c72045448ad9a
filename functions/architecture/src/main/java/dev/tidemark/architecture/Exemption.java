package dev.tidemark.architecture;

import java.util.List;
import java.util.Objects;

/**
 * Who of a module is allowed a call that is banned elsewhere, and would be found otherwise: a rule
 * that named a method wrongly would find nothing for ever.
 *
 * @param owner of the method that is called
 * @param finds the simple name of who calls it
 */
public record Exemption(String owner, String method, String finds) {
  /** Checks its parts. */
  public Exemption {
    for (String part : List.of(owner, method, finds)) {
      if (Objects.requireNonNull(part).isBlank()) {
        throw new IllegalArgumentException("an exemption without a name");
      }
    }
  }
}
