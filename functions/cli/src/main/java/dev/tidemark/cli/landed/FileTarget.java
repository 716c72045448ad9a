package dev.tidemark.cli.landed;

import dev.tidemark.cli.exit.UsageException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there as a whole or not at all: until it is complete it has another name in the
 * same folder, which is gone when the process ends by itself, by Ctrl-C or by SIGTERM.
 */
public final class FileTarget implements Target {
  private final Path file;
  private final boolean replaces;
  private final Path part;
  private final FileOutputStream opened;
  private final OutputStream stream;
  private final Thread hook = new Thread(this::remove, "tidemark-part");

  private FileTarget(Path file, boolean replaces, Path part) throws IOException {
    this.file = file;
    this.replaces = replaces;
    this.part = part;
    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW).close();
    Runtime.getRuntime().addShutdownHook(hook);
    this.opened = new FileOutputStream(part.toFile());
    this.stream = new BufferedOutputStream(opened, 1 << 16);
  }

  /**
   * The file {@code file}, which must not be there yet unless it is to be replaced.
   *
   * @throws UsageException if it cannot be written; the message says why
   */
  public static FileTarget of(Path file, boolean replaces) {
    Path whole = file.toAbsolutePath().normalize();
    if (Files.isDirectory(whole)) {
      throw new UsageException("--out " + whole + " is a folder; name a file");
    }
    if (Files.exists(whole) && !replaces) {
      throw exists(whole);
    }
    Path folder = whole.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("--out " + whole + ": there is no folder " + folder);
    }
    try {
      String name = "." + whole.getFileName() + "." + UUID.randomUUID() + ".part";
      return new FileTarget(whole, replaces, folder.resolve(name));
    } catch (IOException e) {
      throw new UsageException("--out " + whole + " cannot be written: " + e.getMessage());
    }
  }

  private static UsageException exists(Path file) {
    return new UsageException(
        "--out " + file + " is there already; name another, or replace it with --force");
  }

  @Override
  public OutputStream stream() {
    return stream;
  }

  @Override
  public void complete() throws IOException {
    stream.flush();
    opened.getFD().sync();
    stream.close();
    if (replaces) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      // A link is refused where another file has come meanwhile; a move would replace it.
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (UnsupportedOperationException | IOException e) {
      Files.move(part, file);
    }
  }

  @Override
  public String explains(IOException e) {
    return file + " cannot be written: " + e.getMessage() + "; nothing is left of it";
  }

  @Override
  public void close() {
    try {
      opened.close();
    } catch (IOException e) {
      throw new UncheckedIOException(part + " cannot be closed", e);
    } finally {
      remove();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending, and the hook does the same.
      }
    }
  }

  private void remove() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException(part + " cannot be removed", e);
    }
  }
}
