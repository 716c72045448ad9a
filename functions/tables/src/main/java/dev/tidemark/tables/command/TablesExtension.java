package dev.tidemark.tables.command;

import dev.tidemark.cli.extension.Extension;
import dev.tidemark.cli.extension.ExtensionName;

/** Makes {@code tidemark tables} known to the command line. */
public final class TablesExtension implements Extension {
  @Override
  public String name() {
    return ExtensionName.TABLES.word();
  }

  @Override
  public Object command() {
    return new TablesCommand();
  }
}
