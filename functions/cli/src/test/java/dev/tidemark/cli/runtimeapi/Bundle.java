package dev.tidemark.cli.runtimeapi;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of a deployed function in a test. */
final class Bundle {
  /** Why what starts one is skipped elsewhere. */
  static final String LINUX = "Lambda's runtime client runs on Linux only";

  private static final Path PACKAGED = Path.of("..", "sync", "target", "lib");
  private static final String MODULE = "tidemark-";
  private static final List<String> RUNTIME =
      List.of("aws-lambda-java-runtime-interface-client", "aws-lambda-java-serialization");

  private Bundle() {}

  /**
   * The jars that are deployed and no others, the modules' own by their classes, and beside them
   * the runtime and the rehearsal.
   *
   * @param before a folder whose files hide those of the jars
   */
  static String classPath(Path before) {
    Set<String> packaged = packaged();
    List<String> all = new ArrayList<>(List.of(before.toString()));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> isPart(Path.of(entry), packaged))
        .forEach(entry -> all.add(Path.of(entry).toAbsolutePath().toString()));
    return String.join(File.pathSeparator, all);
  }

  /**
   * Unpacks the runtime's native library into {@code folder}. By itself it does so at one place for
   * all processes of a machine, where each tears it away from under the others.
   */
  static Path nativeLibrary(Path folder) {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path file = folder.resolve("runtime.so");
    try (InputStream in =
        Bundle.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so")) {
      if (!Files.exists(file)) {
        Files.copy(Objects.requireNonNull(in, processor), file);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("the runtime cannot be unpacked", e);
    }
  }

  private static boolean isPart(Path entry, Set<String> packaged) {
    String name = entry.getFileName().toString();
    return packaged.contains(name)
        || name.equals("test-classes")
        || modules(packaged)
            .anyMatch(module -> entry.toString().contains("/" + module + "/target/"))
        || RUNTIME.stream().anyMatch(name::startsWith);
  }

  /** The modules that are deployed: what is missing there must be missing here. */
  private static Stream<String> modules(Set<String> packaged) {
    return packaged.stream()
        .filter(name -> name.startsWith(MODULE))
        .map(name -> name.substring(MODULE.length()).replaceFirst("-\\d.*", ""));
  }

  /** Before the package phase (mvn test) nothing is packaged: then every library of this test. */
  private static Set<String> packaged() {
    if (!Files.isDirectory(PACKAGED)) {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry ->
              entry.endsWith(".jar")
                  ? Path.of(entry).getFileName().toString()
                  : entry.replaceFirst(".*/([^/]+)/target/classes$", MODULE + "$1"))
          .collect(Collectors.toSet());
    }
    try (Stream<Path> jars = Files.list(PACKAGED)) {
      return jars.map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the bundle cannot be listed", e);
    }
  }
}
