package dev.tidemark.cli.stack;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkout of Tidemark that this program was built in; a stack is built from it. */
record Checkout(Path root) {
  private static final String YAML = ".yaml";

  /**
   * The one that this class lies in.
   *
   * @throws UsageException if the program was taken out of its checkout
   */
  static Checkout find() {
    try {
      Path here =
          Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (@Nullable Path folder = here; folder != null; folder = folder.getParent()) {
        if (Files.isRegularFile(folder.resolve("functions").resolve("Makefile"))) {
          return new Checkout(folder);
        }
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path to this program", e);
    }
    throw new UsageException(
        "a stack is built from a checkout of Tidemark: run ./tidemark stack in one");
  }

  Path template() {
    return root.resolve("template.yaml");
  }

  /** The built-in definitions, and those of {@code functions/sources}. */
  List<Definition> definitions() {
    Path own = root.resolve("functions").resolve("sources");
    try (Stream<Path> files = Files.list(own)) {
      List<String> names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(YAML))
              .map(name -> name.substring(0, name.length() - YAML.length()))
              .sorted()
              .toList();
      return Stream.concat(Sources.builtIn().stream(), names.stream())
          .map(name -> Sources.bundled(name, own))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
