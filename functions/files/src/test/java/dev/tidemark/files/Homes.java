package dev.tidemark.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Homes as tests open them and look into them. */
final class Homes {
  static final String BUCKET = "tidemark";

  private Homes() {}

  /** A client of its own: all of one home see the same. */
  static HomeFolder of(Path home) {
    return of(home, new SystemDisk());
  }

  static HomeFolder of(Path home, Disk disk) {
    return new HomeFolder(home, BUCKET, disk);
  }

  /** One whose disk has no power to lose. */
  static HomeFolder quick(Path home) {
    return of(home, new TappedDisk(new Power()));
  }

  static Path object(Path home, String key) {
    return home.resolve("s3").resolve(BUCKET).resolve(key);
  }

  static byte[] bytes(Path home, String key) {
    try {
      return Files.readAllBytes(object(home, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores an object past the store, over whatever is there. */
  static void plant(Path home, String key, byte[] bytes) {
    try {
      Path file = object(home, key);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is left of files that did not become whole. */
  static List<Path> parts(Path home) {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> String.valueOf(file.getParent()).endsWith("/" + Folder.PARTS))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
