package dev.tidemark.cli.extension;

/**
 * A command in a module of its own, which registers it as a service of this type. The launcher
 * builds the module when the command is called first, and puts its jars behind those of this one.
 */
public interface Extension {
  /** The word by which it is called; one of {@link ExtensionName}. */
  String name();

  /** What picocli makes a command of. */
  Object command();
}
