package dev.tidemark.cli.home;

import dev.tidemark.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a local run; it survives the death of its process at any moment. */
public record Home(Path folder) {
  /** The bucket's name, part of the paths that people read. */
  public static final String BUCKET = "tidemark";

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

  private UsageException unusable() {
    return new UsageException(
        "home " + folder + " cannot be written; make it writable or name another with --home");
  }
}
