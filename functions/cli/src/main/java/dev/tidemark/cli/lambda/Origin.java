package dev.tidemark.cli.lambda;

import dev.tidemark.rest.SourceConnection;
import java.util.function.Supplier;

/**
 * The connection that functions serve.
 *
 * @param opened opens it; asked by legs only
 */
public record Origin(String connection, Supplier<SourceConnection> opened) {
  /** A connection that is open already. */
  public static Origin of(SourceConnection source) {
    return new Origin(source.connection(), () -> source);
  }

  /** A connection whose states are looked at, and whose API is not asked. */
  public static Origin unasked(String connection) {
    return new Origin(
        connection,
        () -> {
          throw new IllegalStateException("nothing of " + connection + " can be run from here");
        });
  }
}
