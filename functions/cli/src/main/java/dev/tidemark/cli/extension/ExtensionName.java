package dev.tidemark.cli.extension;

import java.util.Locale;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The commands that there are in modules of their own, whether these are there or not. */
public enum ExtensionName {
  /** In the module {@code query}. */
  SQL("Asks the published state and its history by SQL, once or at a prompt."),
  /** In the module {@code tables}. */
  TABLES("Keeps Iceberg tables of what is published in a home, for engines that read such.");

  private final String description;

  ExtensionName(String description) {
    this.description = description;
  }

  /** The command called {@code word}; null where that is no extension's. */
  public static @Nullable ExtensionName of(String word) {
    for (ExtensionName name : values()) {
      if (name.word().equals(word)) {
        return name;
      }
    }
    return null;
  }

  /** The word by which it is called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is for, in one line. */
  public String description() {
    return description;
  }

  /** What picocli makes a command of; where its module is missing, one that says so. */
  public Object command() {
    for (Extension extension : ServiceLoader.load(Extension.class)) {
      if (extension.name().equals(word())) {
        return extension.command();
      }
    }
    return new MissingCommand(word());
  }
}
