package dev.tidemark.cli.home;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.files.SystemDisk;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a local run; it survives the death of its process at any moment. */
public record Home(Path folder) {
  /** The bucket's name, part of the paths that operators read. */
  public static final String BUCKET = "tidemark";

  private static final String RESOURCES = "resources";

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

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
    home.refuseEarlierForm();
    try {
      create(home.folder);
      create(home.bucket());
      create(home.logs());
      create(home.connectionNames());
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
    return folder.resolve("s3").resolve(BUCKET);
  }

  /** Where states and objects are kept. */
  public HomeFolder stores() {
    return new HomeFolder(folder, BUCKET, new SystemDisk());
  }

  /** Where the logs lie. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** The log called {@code name}, to be written on at its end. */
  public PrintStream log(String name) {
    try {
      return new PrintStream(
          new FileOutputStream(logs().resolve(name).toFile(), true), false, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the log " + logs().resolve(name) + " cannot be written", e);
    }
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

  /** Its batches say of themselves what only the server knew that stored them. */
  private void refuseEarlierForm() {
    Path database = folder.resolve("dynamodb").resolve("state.db");
    if (Files.exists(database)) {
      throw new UsageException(
          "home "
              + folder
              + " was written by an earlier version, which kept its state in "
              + database
              + " and cannot be continued; name a new folder with --home, where every resource is"
              + " landed once more: what lies in "
              + bucket()
              + " stays readable as it is");
    }
  }

  /** What lies in a home is its user's alone. */
  private static void create(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN));
    } else {
      Files.createDirectories(folder);
    }
  }

  private UsageException unusable() {
    return new UsageException(
        "home " + folder + " cannot be written; make it writable or name another with --home");
  }
}
