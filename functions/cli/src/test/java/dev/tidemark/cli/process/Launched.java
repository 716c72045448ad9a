package dev.tidemark.cli.process;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The launcher in a project of its own that is already built, of two classes that a test writes.
 *
 * @param root of the project
 */
record Launched(Path root) {
  private static final Duration LONGEST = Duration.ofSeconds(100);
  private static final String MAIN =
      """
      package dev.tidemark.cli;
      public final class Main {
        public static void main(String[] arguments) {
          boolean cache = java.lang.management.ManagementFactory.getRuntimeMXBean()
              .getInputArguments().stream().anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
          if (arguments[0].equals("sql")) {
            cache = isThere("dev.tidemark.query.Words");
          }
          System.out.println("{\\"says\\":\\"" + new Words().say() + "\\",\\"cache\\":" + cache + "}");
        }
        private static boolean isThere(String name) {
          try {
            Class.forName(name);
            return true;
          } catch (ClassNotFoundException e) {
            return false;
          }
        }
      }
      final class Words {
        String say() {
          return "WORD";
        }
      }
      """;
  private static final String REHEARSAL =
      """
      package dev.tidemark.cli;
      public final class Rehearsal {
        public static void main(String[] arguments) {
          Main.main(arguments);
          REST
        }
      }
      """;

  /** One in {@code root}, without its classes. */
  static Launched in(Path root) throws IOException {
    Path script = Path.of("..", "..", "tidemark");
    Files.copy(script, root.resolve("tidemark"));
    Files.createDirectories(root.resolve("functions/cli/src/main"));
    Files.createFile(root.resolve("functions/pom.xml"));
    Files.createFile(root.resolve("functions/cli/pom.xml"));
    Launched launched = new Launched(root);
    Files.createDirectories(launched.jar().getParent());
    Files.createDirectories(launched.aot());
    // The launcher builds what is older than a source.
    Files.createFile(launched.fast().resolve("launcher.stamp"));
    return launched;
  }

  private Path fast() {
    return root.resolve("functions/cli/target/fast");
  }

  Path aot() {
    return fast().resolve("aot");
  }

  Path jar() {
    return fast().resolve("lib/cli.jar");
  }

  /** Makes the jar of a command that says {@code word}. */
  void build(String word) throws IOException {
    build(word, "");
  }

  /** The same, whose rehearsal ends with {@code rest}. */
  void build(String word, String rest) throws IOException {
    Path classes = Files.createTempDirectory(root, "classes");
    Path main = Files.writeString(classes.resolve("Main.java"), MAIN.replace("WORD", word));
    Path rehearsal =
        Files.writeString(classes.resolve("Rehearsal.java"), REHEARSAL.replace("REST", rest));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null, null, null, "-d", classes.toString(), main.toString(), rehearsal.toString());
    assertThat(status).isZero();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar()))) {
      for (String name : List.of("Main", "Rehearsal", "Words")) {
        String file = "dev/tidemark/cli/" + name + ".class";
        out.putNextEntry(new JarEntry(file));
        Files.copy(classes.resolve(file), (OutputStream) out);
      }
    }
  }

  /**
   * Adds a module for {@code sql} that is not built, and a Maven that builds it and nothing else.
   *
   * @return what is said of each build: its arguments, a line
   */
  Path extension(Path maven) throws IOException {
    Path module = root.resolve("functions/query");
    Files.createDirectories(module.resolve("src/main"));
    Files.createFile(module.resolve("pom.xml"));
    Files.createFile(fast().resolve("launcher.stamp.new"));
    Files.move(
        fast().resolve("launcher.stamp.new"),
        fast().resolve("launcher.stamp"),
        StandardCopyOption.REPLACE_EXISTING);
    Path classes = Files.createTempDirectory(root, "classes");
    Path source =
        Files.writeString(
            classes.resolve("Words.java"), "package dev.tidemark.query; public class Words {}");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    Path jar = root.resolve("query.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      String file = "dev/tidemark/query/Words.class";
      out.putNextEntry(new JarEntry(file));
      Files.copy(classes.resolve(file), (OutputStream) out);
    }
    Path builds = root.resolve("builds");
    Path lib = module.resolve("target/extension/lib");
    Path script =
        Files.writeString(
            Files.createDirectories(maven).resolve("mvn"),
            "#!/bin/sh\necho \"$*\" >>'%s'\nmkdir -p '%s'\ncp '%s' '%s'\n"
                .formatted(builds, lib, jar, lib));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return builds;
  }

  /** What a command says on standard output. */
  String run(String... environment) {
    return run(List.of("--json"), environment);
  }

  /** What {@code words} say on standard output. */
  String run(List<String> words, String... environment) {
    try {
      Path out = Files.createTempFile(root, "out", null);
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.of("bash", root.resolve("tidemark").toString()), words.stream())
                      .toList())
              .redirectInput(new File("/dev/null"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(out.toFile());
      builder.environment().keySet().removeIf(name -> name.matches("(_?J(AVA|DK)_|TIDEMARK_).*"));
      builder.environment().put("JAVA25_HOME", System.getProperty("java.home"));
      if (environment.length > 0) {
        builder.environment().put(environment[0], environment[1]);
      }
      Process process = builder.start();
      assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException("the launcher did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Waits for the cache that is made in the background; {@code others} is what was there. */
  Path cacheAfter(List<Path> others) {
    until(() ->
        Files.exists(aot().resolve("made"))
            && !Files.exists(aot().resolve("making"))
            && caches().stream().anyMatch(one -> !others.contains(one)));
    return caches().getFirst();
  }

  List<Path> caches() {
    try (Stream<Path> files = Files.list(aot())) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no caches", e);
    }
  }

  /** Waits until {@code condition} holds, which is looked at whenever a file there changes. */
  void until(BooleanSupplier condition) {
    long since = System.nanoTime();
    try (WatchService watch = aot().getFileSystem().newWatchService()) {
      aot().register(watch, ENTRY_CREATE, ENTRY_DELETE);
      while (!condition.getAsBoolean()) {
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(LONGEST);
        WatchKey changed = watch.poll(1, TimeUnit.SECONDS);
        if (changed != null) {
          changed.pollEvents();
          changed.reset();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no watch", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
