package dev.tidemark.rest.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The definitions that can be named: those that come with the program, and files. */
public final class Sources {
  private static final List<String> BUILT_IN = List.of("askelephant", "lev", "zendesk");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  private Sources() {}

  /** The names of the built-in sources. */
  public static List<String> builtIn() {
    return BUILT_IN;
  }

  /** The built-in definition called {@code source}. */
  public static Definition builtIn(String source) {
    if (!BUILT_IN.contains(source)) {
      throw unknown(source);
    }
    return DefinitionReader.readBuiltIn(source);
  }

  /**
   * The definition that {@code source} names: a built-in name, or the path of a file.
   *
   * @throws DefinitionException if it names neither
   */
  public static Definition named(String source) {
    if (BUILT_IN.contains(source)) {
      return builtIn(source);
    }
    Path file = Path.of(source);
    if (Files.isRegularFile(file)) {
      return DefinitionReader.read(file);
    }
    throw unknown(source);
  }

  /**
   * The definition that a stack names: a built-in name, or that of a file in the bundle.
   *
   * @param folder holds {@code <source>.yaml} for each source of the user's own
   * @throws DefinitionException if there is none
   */
  public static Definition bundled(String source, Path folder) {
    if (BUILT_IN.contains(source)) {
      return builtIn(source);
    }
    Path file = folder.resolve(source + ".yaml");
    if (!NAME.matcher(source).matches() || !Files.isRegularFile(file)) {
      throw new DefinitionException(
          "no source \""
              + source
              + "\": it is none of "
              + String.join(", ", BUILT_IN)
              + ", and functions/sources/"
              + source
              + ".yaml was not there when the bundle was built");
    }
    return DefinitionReader.read(file);
  }

  /**
   * The SHA-256 of the bytes of the definition that {@code source} names, in hexadecimal.
   *
   * @throws DefinitionException if it names none
   */
  public static String sha256(String source) {
    try {
      byte[] bytes =
          BUILT_IN.contains(source)
              ? DefinitionReader.bytesBuiltIn(source)
              : Files.readAllBytes(Path.of(source));
      return sha256(bytes);
    } catch (IOException e) {
      throw unknown(source);
    }
  }

  /** The SHA-256 of {@code bytes}, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static DefinitionException unknown(String source) {
    return new DefinitionException(
        "no source \""
            + source
            + "\": it is none of "
            + String.join(", ", BUILT_IN)
            + ", and no file of that path exists");
  }
}
