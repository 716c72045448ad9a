package dev.tidemark.testkit.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one class against the class path of this run of the tests, in memory. */
final class Compilation {
  private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn");

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  /** The classes that the source makes, by their names. */
  Map<String, byte[]> of(SourceFile file) {
    JavaCompiler compiler =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no compiler: not a JDK");
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        JavaFileManager memory = new Memory(files)) {
      List<Text> texts = List.of(new Text(file.name(), file.source()));
      if (!compiler.getTask(null, memory, diagnostics, OPTIONS, null, texts).call()) {
        throw new IllegalStateException(
            "the mutant of " + file.name() + " does not compile: " + diagnostics.getDiagnostics());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> bytes = new HashMap<>();
    classes.forEach((type, written) -> bytes.put(type, written.toByteArray()));
    return bytes;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String name, String source) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  /** What is written stays here; everything else is the files' own. */
  private final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    Memory(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      URI uri = URI.create("memory:///" + name.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream written = new ByteArrayOutputStream();
          classes.put(name, written);
          return written;
        }
      };
    }
  }
}
