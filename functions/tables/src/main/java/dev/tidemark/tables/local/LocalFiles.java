package dev.tidemark.tables.local;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Files of this machine. What was written to its end is on the disk before anything names it. */
final class LocalFiles implements SupportsPrefixOperations {
  private static final long serialVersionUID = 1L;

  @Override
  public InputFile newInputFile(String path) {
    return org.apache.iceberg.Files.localInput(path);
  }

  @Override
  public OutputFile newOutputFile(String path) {
    return new Output(Path.of(path));
  }

  @Override
  public void deleteFile(String path) {
    try {
      Files.deleteIfExists(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be deleted", e);
    }
  }

  @Override
  public Iterable<FileInfo> listPrefix(String folder) {
    try (Stream<Path> found = Files.walk(Path.of(folder))) {
      return found.filter(Files::isRegularFile).map(LocalFiles::described).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  private static FileInfo described(Path file) {
    try {
      return new FileInfo(
          file.toString(), Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be looked at", e);
    }
  }

  @Override
  public void deletePrefix(String folder) {
    listPrefix(folder).forEach(file -> deleteFile(file.location()));
  }

  private record Output(Path path) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      try {
        Files.createDirectories(path.getParent());
        Files.createFile(path);
        return new Written(path.toFile());
      } catch (FileAlreadyExistsException e) {
        throw new AlreadyExistsException(e, "%s is there already", path);
      } catch (IOException e) {
        throw new RuntimeIOException(e, "%s cannot be written", path);
      }
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      try {
        Files.createDirectories(path.getParent());
        return new Written(path.toFile());
      } catch (IOException e) {
        throw new RuntimeIOException(e, "%s cannot be written", path);
      }
    }

    @Override
    public String location() {
      return path.toString();
    }

    @Override
    public InputFile toInputFile() {
      return org.apache.iceberg.Files.localInput(path.toFile());
    }
  }

  private static final class Written extends PositionOutputStream {
    private final Path path;
    private final FileOutputStream file;
    private long position;
    private boolean closed;

    Written(File file) throws IOException {
      this.path = file.toPath();
      this.file = new FileOutputStream(file);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) throws IOException {
      file.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      file.getFD().sync();
      file.close();
      try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      } catch (IOException e) {
        // Where folders cannot be opened, the file system writes them by itself, in order.
      }
    }
  }
}
