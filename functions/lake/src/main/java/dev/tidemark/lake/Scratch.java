package dev.tidemark.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that only its owner can read. Where the system allows it, the file has lost its
 * name as soon as it is open, so that nothing is left of it however the process ends.
 */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final FileChannel file;
  private long size;

  /**
   * @param folder an existing one
   * @throws UnreadableLakeException if no file can be made there; the message names the folder
   */
  Scratch(Path folder) {
    this.folder = folder;
    try {
      Path made = Files.createTempFile(folder, "tidemark-", ".lines");
      file =
          FileChannel.open(
              made,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Appends what remains of {@code bytes}, and returns where it stands. */
  long append(ByteBuffer bytes) {
    long at = size;
    try {
      while (bytes.hasRemaining()) {
        size += file.write(bytes, size);
      }
      return at;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Fills {@code bytes} with what stands at {@code at}. */
  void read(long at, ByteBuffer bytes) {
    long from = at;
    try {
      while (bytes.hasRemaining()) {
        int read = file.read(bytes, from);
        if (read < 0) {
          throw new IOException("it is shorter than what was written to it");
        }
        from += read;
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private UnreadableLakeException unusable(IOException e) {
    return new UnreadableLakeException(
        "the temporary file in "
            + folder.toAbsolutePath()
            + " cannot be used: "
            + (e.getMessage() == null ? e : e.getMessage())
            + "; it takes "
            + LineEntry.BYTES
            + " bytes for each published line: make room there, or name another folder",
        e);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw unusable(e);
    }
  }
}
