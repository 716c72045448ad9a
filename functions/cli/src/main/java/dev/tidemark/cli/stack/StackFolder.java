package dev.tidemark.cli.stack;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.definition.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The folder of a stack. Beside what follows from the definition lies a list of its hashes, so that
 * what was changed by hand is never written over.
 */
public record StackFolder(Path folder) {
  /** As {@code sha256sum --check} reads it. */
  private static final String HASHES = "written.sha256";

  /**
   * Writes the files of {@code stack}.
   *
   * @return what was written, by path from the folder
   * @throws UsageException if one was changed by hand, or cannot be written; none is written then
   */
  public List<String> write(OwnStack stack) {
    Map<String, String> derived = stack.derived(folder, Checkout.find());
    List<String> written = new ArrayList<>();
    try {
      for (String path : derived.keySet()) {
        requireOurs(path);
      }
      for (Map.Entry<String, String> one : derived.entrySet()) {
        put(one.getKey(), one.getValue());
        written.add(one.getKey());
      }
      put(HASHES, hashes(derived));
      for (Map.Entry<String, String> one : stack.begun().entrySet()) {
        if (!Files.exists(folder.resolve(one.getKey()))) {
          put(one.getKey(), one.getValue());
          written.add(one.getKey());
        }
      }
    } catch (IOException e) {
      throw new UsageException("--out: " + folder + " cannot be written: " + e.getMessage());
    }
    return written;
  }

  private static String hashes(Map<String, String> files) {
    return files.entrySet().stream()
        .map(one -> line(one.getValue().getBytes(StandardCharsets.UTF_8), one.getKey()) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(byte[] bytes, String path) {
    return Sources.sha256(bytes) + "  " + path;
  }

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private void requireOurs(String path) throws IOException {
    Path file = folder.resolve(path);
    Path hashes = folder.resolve(HASHES);
    if (!Files.exists(file)
        || (Files.exists(hashes)
            && Files.readAllLines(hashes).contains(line(Files.readAllBytes(file), path)))) {
      return;
    }
    throw new UsageException(
        file
            + " was not written by this command, or was changed since, and is not overwritten: move"
            + " it away, or name another folder with --out");
  }
}
