package dev.tidemark.cli.process;

import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * The class path of the commands that tests start, and an archive of what they load: loading
 * classes is most of what a short command costs, and tests start hundreds. The JVM archives nothing
 * over folders, nor over a jar whose manifest names others, as DynamoDB Local's does; so the former
 * become jars, and the latter a copy without its manifest.
 *
 * @param flags of the JVM
 */
record ClassArchive(String classPath, List<String> flags) {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private static final class Made {
    static final ClassArchive ONE = make();
  }

  /** The one of this run of the tests. */
  static ClassArchive made() {
    return Made.ONE;
  }

  private static ClassArchive make() {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      Path folder = Files.createTempDirectory(target, "lib");
      String classPath = classPath(folder);
      Path archive = folder.resolve("classes.jsa");
      ClassArchive training =
          new ClassArchive(
              classPath, List.of("-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive));
      try (Api lev = Api.lev(DatasetPlan.of(1, 30))) {
        // Not killed and not halted: an archive is written at an orderly exit.
        lev.sync(folder.resolve("home"), "deals").start(training).end();
      }
      return Files.exists(archive)
          ? new ClassArchive(
              classPath, List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + archive))
          : new ClassArchive(classPath, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("no class path for commands", e);
    }
  }

  private static String classPath(Path folder) throws IOException {
    List<String> path = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(element);
      // An empty element means the folder in which a test runs, and Surefire's path ends with one.
      if (element.isEmpty() || element.endsWith("test-classes")) {
        continue;
      }
      path.add(
          Files.isDirectory(file) || file.getFileName().toString().startsWith("DynamoDBLocal")
              ? plain(file, folder.resolve(path.size() + ".jar")).toString()
              : element);
    }
    return String.join(File.pathSeparator, path);
  }

  /** A jar of what is in a folder or in another jar, without a manifest. */
  private static Path plain(Path from, Path to) throws IOException {
    try (JarOutputStream out =
        new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      if (Files.isDirectory(from)) {
        try (Stream<Path> files = Files.walk(from)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            String name = from.relativize(file).toString().replace(File.separatorChar, '/');
            out.putNextEntry(new JarEntry(name));
            Files.copy(file, out);
          }
        }
      } else {
        copy(from, out);
      }
    }
    return to;
  }

  private static void copy(Path jar, JarOutputStream out) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(one -> !one.getName().equals(MANIFEST)).toList()) {
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = file.getInputStream(entry)) {
          in.transferTo(out);
        }
      }
    }
  }
}
