package dev.tidemark.files;

import dev.tidemark.core.lake.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The calls of a file system that matter here, one by one, so that a test stops between any two of
 * them. An implementer owes that each is as atomic as the operating system makes it, and that what
 * was forced outlives a loss of power.
 */
public interface Disk {
  /** Makes one folder, which only this user may enter; one that is there is left as it is. */
  void folder(Path folder) throws IOException;

  /** Writes a file that is not there, which only this user may read. */
  void write(Path file, Bytes content) throws IOException;

  /** Forces what a file holds. */
  void force(Path file) throws IOException;

  /** Forces which files a folder holds. */
  void forceFolder(Path folder) throws IOException;

  /**
   * Gives a file a second name.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is a file of that name
   * @throws UnsupportedOperationException if the file system has one name for each file
   */
  void link(Path file, Path name) throws IOException;

  /** Renames a file, over the one that has that name. */
  void move(Path file, Path name) throws IOException;

  /** Removes a file; one that is not there is removed. */
  void delete(Path file) throws IOException;

  /** All that a file holds. */
  byte[] read(Path file) throws IOException;

  /** The first {@code length} bytes of a file, or all where it is shorter. */
  byte[] start(Path file, int length) throws IOException;

  /** The bytes in a file. */
  long size(Path file) throws IOException;

  /** When a file was written, by the clock of the file system. */
  FileTime written(Path file) throws IOException;

  /** Whether there is a file, and no folder, of that name. */
  boolean isFile(Path file);

  /** Whether there is a folder of that name. */
  boolean isFolder(Path folder);

  /** What lies in a folder, in no order. */
  List<Path> list(Path folder) throws IOException;

  /**
   * Works while no other process and no other thread holds {@code file}, which is made where it is
   * missing and never removed: another could hold the one that is gone.
   */
  <T> T holding(Path file, Work<T> work) throws IOException;

  /** Something that touches the disk. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }
}
