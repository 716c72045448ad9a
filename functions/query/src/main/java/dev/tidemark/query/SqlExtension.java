package dev.tidemark.query;

import dev.tidemark.cli.extension.Extension;
import dev.tidemark.cli.extension.ExtensionName;

/** Makes {@code tidemark sql} known to the command line. */
public final class SqlExtension implements Extension {
  @Override
  public String name() {
    return ExtensionName.SQL.word();
  }

  @Override
  public Object command() {
    return new SqlCommand();
  }
}
