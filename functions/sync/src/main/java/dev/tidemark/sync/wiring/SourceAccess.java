package dev.tidemark.sync.wiring;

import dev.tidemark.rest.Connection;
import dev.tidemark.rest.query.DescribedSource;
import org.jspecify.annotations.Nullable;

/** How a function gets at the source of its connection. */
@FunctionalInterface
public interface SourceAccess {
  /**
   * Opens the connection. It is asked for every leg, so that a replaced credential is found, and
   * for nothing that can be known without.
   */
  Connection open();

  /**
   * What can be known without a credential; null where no definition is at hand. Where nothing else
   * is said, it is taken from the connection that is opened.
   */
  default @Nullable DescribedSource described() {
    return open().source();
  }
}
