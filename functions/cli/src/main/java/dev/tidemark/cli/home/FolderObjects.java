package dev.tidemark.cli.home;

import dev.tidemark.lake.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a lake as plain files under their keys.
 *
 * @param bucket the folder in which they lie
 */
public record FolderObjects(Path bucket) implements ObjectStore {
  @Override
  public byte @Nullable [] get(String key) {
    Path file = bucket.resolve(key).normalize();
    if (!file.startsWith(bucket.normalize())) {
      throw new IllegalArgumentException("the key " + key + " leads out of " + bucket);
    }
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public List<String> list(String prefix) {
    Path folder = bucket.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(this::key)
          .filter(key -> key.startsWith(prefix))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private String key(Path file) {
    return bucket.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  @Override
  public String place(String key) {
    return bucket.resolve(key).toString();
  }
}
