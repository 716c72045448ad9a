package dev.tidemark.query;

import dev.tidemark.cli.exit.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder of this process, which only its user can read. It is gone when the process
 * ends by itself, by Ctrl-C or by SIGTERM; after SIGKILL the next one removes it, since a lock dies
 * with its owner.
 */
final class QueryFolder implements AutoCloseable {
  private static final String PREFIX = "tidemark-sql-";
  private static final String OWNER = "owner";

  private final Path folder;
  private final FileChannel owner;
  private final Thread hook;

  private QueryFolder(Path folder, FileChannel owner) {
    this.folder = folder;
    this.owner = owner;
    this.hook = new Thread(() -> removed(folder), "tidemark-sql-folder");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Makes one in {@code parent}, from which those of dead processes go.
   *
   * @throws UsageException if that cannot be written
   */
  static QueryFolder in(Path parent) {
    try {
      Path folder = Files.createTempDirectory(parent, PREFIX);
      Path claim = folder.resolve("claim");
      FileChannel owner = opened(claim);
      owner.lock();
      // Under this name others look at it: it is locked by then.
      Files.move(claim, folder.resolve(OWNER));
      removeAbandoned(parent, folder);
      return new QueryFolder(folder, owner);
    } catch (IOException e) {
      throw new UsageException(
          "the folder " + parent + " cannot be written: " + e.getMessage() + "; see --temp");
    }
  }

  private static FileChannel opened(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes those beside {@code own}: a process loses its lock when it closes the file again. */
  private static void removeAbandoned(Path parent, Path own) throws IOException {
    UserPrincipal user = Files.getOwner(own);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        boolean others = !folder.getFileName().equals(own.getFileName());
        if (others && isOf(user, folder) && isAbandoned(folder)) {
          removed(folder);
        }
      }
    }
  }

  /** Others may put what they like into a folder that all can write. */
  private static boolean isOf(UserPrincipal user, Path folder) {
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.isRegularFile(folder.resolve(OWNER), LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
    } catch (IOException e) {
      // Another process has just removed it.
      return false;
    }
  }

  private static boolean isAbandoned(Path folder) {
    try (FileChannel channel = opened(folder.resolve(OWNER));
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Another process has just removed it, or it cannot be looked at: it is left alone.
      return false;
    }
  }

  /** A file in it. */
  Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    IOException failed = removed(folder);
    try {
      owner.close();
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does the same.
    } catch (IOException e) {
      failed = e;
    }
    if (failed != null) {
      throw new UncheckedIOException(folder + " cannot be removed", failed);
    }
  }

  private static @Nullable IOException removed(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
