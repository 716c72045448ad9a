package dev.tidemark.rest.definition;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A definition, a setting or a base URL cannot be used; the message names the place and the remedy.
 */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // A stack trace that is sent elsewhere has no use for lines of a file.
  private final transient List<Refusal> refusals;

  public DefinitionException(String message) {
    this(Refusal.of(message), null);
  }

  DefinitionException(String message, @Nullable Throwable cause) {
    this(Refusal.of(message), cause);
  }

  DefinitionException(Refusal refusal, @Nullable Throwable cause) {
    super(refusal.message(), cause);
    this.refusals = List.of(refusal);
  }

  /** All that is wrong with one file, each in a line of the message. */
  DefinitionException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::message).collect(Collectors.joining("\n")));
    this.refusals = List.copyOf(refusals);
  }

  /** What is wrong, one by one. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
