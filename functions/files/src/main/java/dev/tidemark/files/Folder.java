package dev.tidemark.files;

import dev.tidemark.core.lake.Bytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a home in which files appear whole and durable, or not at all. A file is written
 * under a name of its own among the parts, forced, and then linked or renamed to where it belongs;
 * what a killed process leaves is a part, which nothing reads.
 */
final class Folder {
  /** Where files lie until they are whole; on the same file system as those they become. */
  static final String PARTS = ".parts";

  private final Path root;
  private final Path home;
  private final Disk disk;
  private final Failures failures;

  /**
   * Whose entry in the folder above was forced by this process: one that was killed may have made
   * it and not have come to that.
   */
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  /**
   * @param root in which its files lie
   * @param home in which the folder is; named in messages
   */
  Folder(Path root, Path home, Disk disk) {
    this.root = root;
    this.home = home;
    this.disk = disk;
    this.failures = new Failures(home);
  }

  /**
   * The file called {@code name}, with slashes between its parts.
   *
   * @throws IllegalArgumentException if that is none of this folder's
   */
  Path file(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.indexOf('\\') >= 0) {
        throw new IllegalArgumentException("the name \"" + name + "\" leads out of " + root);
      }
    }
    return root.resolve(name);
  }

  /** Writes {@code content} to {@code file}, over what it holds. */
  void replace(Path file, Bytes content) {
    try {
      makeReady(parent(file));
      Path part = part(content);
      try {
        disk.move(part, file);
      } catch (IOException e) {
        throw discarding(part, e);
      }
      disk.forceFolder(parent(file));
    } catch (IOException e) {
      throw failures.writing(file, e);
    }
  }

  /**
   * Writes {@code content} to {@code file} where there is none.
   *
   * @param lock held from the look whether there is one until there is
   * @param before done while it is certain that there is none, and before there is one
   * @return false if there is one
   */
  boolean create(Path file, Bytes content, Path lock, Runnable before) {
    try {
      if (isThere(file)) {
        return false;
      }
      makeReady(parent(file));
      makeReady(parent(lock));
      Path part = part(content);
      try {
        return disk.holding(
            lock,
            () -> {
              if (isThere(file)) {
                return false;
              }
              before.run();
              boolean created = named(part, file);
              disk.forceFolder(parent(file));
              return created;
            });
      } finally {
        disk.delete(part);
      }
    } catch (IOException e) {
      throw failures.writing(file, e);
    }
  }

  /** Removes a file; nothing where it is not there. */
  void remove(Path file) {
    try {
      disk.delete(file);
    } catch (IOException e) {
      throw new Failures(home).writing(file, e);
    }
  }

  /**
   * Whether there is such a file, durably: whoever made it may have been killed before its folder
   * was forced.
   */
  boolean isThere(Path file) {
    if (!disk.isFile(file)) {
      return false;
    }
    try {
      disk.forceFolder(parent(file));
      return true;
    } catch (IOException e) {
      throw failures.writing(file, e);
    }
  }

  /** Works while no one else holds {@code lock}. */
  <T> T holding(Path lock, Disk.Work<T> work) {
    try {
      makeReady(parent(lock));
      return disk.holding(lock, work);
    } catch (IOException e) {
      throw failures.writing(lock, e);
    }
  }

  /**
   * All that {@code file} holds, durably; null where there is none. Whoever replaced it may have
   * been killed before its folder was forced, and what is made of it must not outlive it.
   */
  byte @Nullable [] readDurable(Path file) {
    byte[] content = read(file);
    return content == null || isThere(file) ? content : null;
  }

  /** All that {@code file} holds; null where there is none. */
  byte @Nullable [] read(Path file) {
    return readingOf(file, () -> disk.read(file));
  }

  /** The first {@code length} bytes of {@code file}; null where there is none. */
  byte @Nullable [] start(Path file, int length) {
    return readingOf(file, () -> disk.start(file, length));
  }

  /** The bytes in {@code file}. */
  long size(Path file) {
    try {
      return disk.size(file);
    } catch (IOException e) {
      throw failures.reading(file, e);
    }
  }

  /** The files and folders in {@code folder}, but for those that are this folder's own business. */
  List<Path> list(Path folder) {
    if (!disk.isFolder(folder)) {
      return List.of();
    }
    try {
      return disk.list(folder).stream()
          .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw failures.reading(folder, e);
    }
  }

  /** Whether there is a folder of that name. */
  boolean isFolder(Path folder) {
    return disk.isFolder(folder);
  }

  /** Removes the parts of processes that died before {@code time}. */
  void clean(FileTime time) {
    Path parts = root.resolve(PARTS);
    if (!disk.isFolder(parts)) {
      return;
    }
    try {
      for (Path part : disk.list(parts)) {
        if (disk.written(part).compareTo(time) < 0) {
          disk.delete(part);
        }
      }
    } catch (IOException e) {
      throw failures.writing(parts, e);
    }
  }

  private byte @Nullable [] readingOf(Path file, Disk.Work<byte[]> read) {
    try {
      return disk.isFile(file) ? read.run() : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw failures.reading(file, e);
    }
  }

  /** A new file of the parts that holds {@code content}, durably. */
  private Path part(Bytes content) throws IOException {
    Path parts = root.resolve(PARTS);
    makeReady(parts);
    Path part = parts.resolve(UUID.randomUUID().toString());
    try {
      disk.write(part, content);
      disk.force(part);
      return part;
    } catch (IOException e) {
      throw discarding(part, e);
    }
  }

  /** Makes room where that was missing; what could not be removed either is cleaned later. */
  private IOException discarding(Path part, IOException failure) {
    try {
      disk.delete(part);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * Names a part {@code file}; false if another has that name. Where a file cannot have two names
   * it is renamed, under the lock under which no process of ours makes another.
   */
  private boolean named(Path part, Path file) throws IOException {
    try {
      disk.link(part, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (!disk.isFile(file)) {
        throw e;
      }
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      disk.move(part, file);
      return true;
    }
  }

  /** Makes a folder, those above it, and the entry of each durable; the home's own is not ours. */
  private void makeReady(Path folder) throws IOException {
    boolean ours = folder.startsWith(home) && !folder.equals(home);
    if (disk.isFolder(folder) && (!ours || durable.contains(folder))) {
      return;
    }
    Path above = parent(folder);
    makeReady(above);
    disk.folder(folder);
    disk.forceFolder(above);
    durable.add(folder);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("not in a folder: " + file);
    }
    return parent;
  }
}
