package dev.tidemark.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package of the module says that nothing in it is null unless it says so. */
public abstract class NullMarkedContract {
  /** A folder of tests may share the package, and so the package-info, of the main folder. */
  @Test
  void every_package_is_null_marked() throws IOException {
    Path main = Path.of("src/main/java");
    assertThat(packages(main)).isNotEmpty();
    Set<String> unmarked = new TreeSet<>();
    for (Path root : new Path[] {main, Path.of("src/test/java")}) {
      for (Path folder : packages(root)) {
        if (!marked(folder) && !marked(main.resolve(root.relativize(folder)))) {
          unmarked.add(folder.toString());
        }
      }
    }
    assertThat(unmarked).isEmpty();
  }

  private static Set<Path> packages(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return new TreeSet<>(
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(file -> Path.of(String.valueOf(file.getParent())))
              .toList());
    }
  }

  private static boolean marked(Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");
    return Files.isRegularFile(info) && Files.readString(info).contains("@NullMarked\npackage ");
  }
}
