package dev.tidemark.cli.home;

import dev.tidemark.cli.exit.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a local run; it survives the death of its process at any moment. */
public record Home(Path folder) {
  /** The bucket's name, part of the paths that operators read. */
  public static final String BUCKET = "tidemark";

  private static final String RESOURCES = "resources";

  /**
   * Opens the home at {@code folder}, making it where there is none.
   *
   * @throws UsageException if it cannot be one
   */
  public static Home open(Path folder) {
    Home home = new Home(folder.toAbsolutePath().normalize());
    if (Files.exists(home.folder) && !Files.isDirectory(home.folder)) {
      throw new UsageException("home " + home.folder + " is a file; name a folder with --home");
    }
    try {
      Files.createDirectories(home.bucket());
      Files.createDirectories(home.dynamoDb());
      Files.createDirectories(home.logs());
      Files.createDirectories(home.connectionNames());
    } catch (IOException e) {
      throw home.unusable();
    }
    if (!Files.isWritable(home.folder)) {
      throw home.unusable();
    }
    return home;
  }

  /** Where the bucket's objects lie as plain files under their keys. */
  public Path bucket() {
    return s3().resolve(BUCKET);
  }

  /** The folder of all buckets. */
  public Path s3() {
    return folder.resolve("s3");
  }

  /** Where the state table lies. */
  public Path dynamoDb() {
    return folder.resolve("dynamodb");
  }

  /** Where the logs lie. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /**
   * The connections that were ever synced here, sorted. Each leaves its name before its first leg,
   * so that one that has landed nothing is known as well.
   */
  public List<String> connections() {
    try (Stream<Path> names = Files.list(connectionNames())) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("home " + folder + " cannot be listed", e);
    }
  }

  /** Remembers that {@code connection} was synced here, and which resources its source has. */
  public void remember(String connection, List<String> resources) {
    try {
      Path folder = Files.createDirectories(connectionNames().resolve(connection));
      // Whole or not at all: others look while a sync begins.
      Path part = Files.write(folder.resolve("." + RESOURCES), resources);
      Files.move(
          part,
          folder.resolve(RESOURCES),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable();
    }
  }

  /** The resources that the source of {@code connection} had when it was synced last. */
  public List<String> resources(String connection) {
    Path file = connectionNames().resolve(connection).resolve(RESOURCES);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private Path connectionNames() {
    return folder.resolve("connections");
  }

  private UsageException unusable() {
    return new UsageException(
        "home " + folder + " cannot be written; make it writable or name another with --home");
  }
}
