package dev.tidemark.testkit.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The source of one class of the product.
 *
 * @param name of the class
 */
record SourceFile(String name, String source) {
  private static final String MAIN = "src/main/java";

  /** Looks for the source of a class in all modules, beside the one whose tests run. */
  static SourceFile of(String name) {
    String path = name.replace('.', '/') + ".java";
    try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
      List<Path> found =
          modules.map(module -> module.resolve(MAIN).resolve(path)).filter(Files::exists).toList();
      if (found.size() != 1) {
        throw new IllegalStateException("not one source of " + name + ": " + found);
      }
      return new SourceFile(name, Files.readString(found.getFirst()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SourceFile replacing(String text, String replacement) {
    int first = source.indexOf(text);
    if (first < 0 || source.indexOf(text, first + 1) >= 0) {
      throw new IllegalStateException(
          "the text to be replaced stands "
              + (first < 0 ? "nowhere" : "more than once")
              + " in the source of "
              + name
              + "; bring the mutant up to date: "
              + text);
    }
    return new SourceFile(
        name, source.substring(0, first) + replacement + source.substring(first + text.length()));
  }
}
