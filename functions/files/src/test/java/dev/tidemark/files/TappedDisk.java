package dev.tidemark.files;

import dev.tidemark.core.lake.Bytes;
import dev.tidemark.files.Call.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** The disk of this machine, each change of which goes through a tap. */
record TappedDisk(Disk disk, Tap tap) implements Disk {
  TappedDisk(Tap tap) {
    this(new SystemDisk(), tap);
  }

  @Override
  public void folder(Path folder) throws IOException {
    tap.around(Call.of(Kind.FOLDER, folder), () -> disk.folder(folder));
  }

  @Override
  public void write(Path file, Bytes content) throws IOException {
    tap.around(Call.of(Kind.WRITE, file), () -> disk.write(file, content));
  }

  @Override
  public void force(Path file) throws IOException {
    tap.around(Call.of(Kind.FORCE, file), () -> disk.force(file));
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    tap.around(Call.of(Kind.FORCE_FOLDER, folder), () -> disk.forceFolder(folder));
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    tap.around(new Call(Kind.LINK, name, file), () -> disk.link(file, name));
  }

  @Override
  public void move(Path file, Path name) throws IOException {
    tap.around(new Call(Kind.MOVE, name, file), () -> disk.move(file, name));
  }

  @Override
  public void delete(Path file) throws IOException {
    tap.around(Call.of(Kind.DELETE, file), () -> disk.delete(file));
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public byte[] start(Path file, int length) throws IOException {
    return disk.start(file, length);
  }

  @Override
  public long size(Path file) throws IOException {
    return disk.size(file);
  }

  @Override
  public FileTime written(Path file) throws IOException {
    return disk.written(file);
  }

  @Override
  public boolean isFile(Path file) {
    return disk.isFile(file);
  }

  @Override
  public boolean isFolder(Path folder) {
    return disk.isFolder(folder);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public <T> T holding(Path file, Work<T> work) throws IOException {
    tap.around(Call.of(Kind.HOLD, file), () -> {});
    return disk.holding(file, work);
  }
}
