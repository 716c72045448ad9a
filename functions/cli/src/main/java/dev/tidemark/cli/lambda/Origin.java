package dev.tidemark.cli.lambda;

import dev.tidemark.rest.Connection;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.UnaskedConnection;
import dev.tidemark.rest.http.Way;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.sync.wiring.SourceAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection that functions serve.
 *
 * @param described what is known of it without its credential; null for its name alone
 * @param opened opens it; asked by legs only
 * @param way how its hosts are reached from here
 */
public record Origin(
    String connection,
    @Nullable DescribedSource described,
    Supplier<? extends Connection> opened,
    Way way)
    implements SourceAccess {
  /** A connection that is open already. */
  public static Origin of(SourceConnection source) {
    return of(source.source(), () -> source);
  }

  /** A connection that {@code opened} opens. */
  public static Origin of(DescribedSource source, Supplier<? extends Connection> opened) {
    return new Origin(source.connection(), source, opened, Way.DIRECT);
  }

  /** A connection whose API is not asked: complete runs of it are published. */
  public static Origin unasked(DescribedSource source) {
    return of(source, () -> new UnaskedConnection(source, null));
  }

  /** A connection whose states are looked at, and of which no definition is at hand. */
  public static Origin unasked(String connection) {
    return new Origin(
        connection,
        null,
        () -> {
          throw new IllegalStateException("nothing of " + connection + " can be run from here");
        },
        Way.DIRECT);
  }

  /** The same, whose hosts are reached {@code other} way. */
  public Origin by(Way other) {
    return new Origin(connection, described, opened, other);
  }

  @Override
  public Connection open() {
    return opened.get();
  }
}
