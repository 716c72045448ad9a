package dev.tidemark.cli.landed;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Where an export goes. */
public interface Target extends AutoCloseable {
  /** Takes the bytes. */
  OutputStream stream();

  /** All were written: what was is now there for others. */
  void complete() throws IOException;

  /** In one sentence, what {@code e} means for the export; empty where nobody wants to know. */
  String explains(IOException e);

  /** Leaves nothing behind unless it was completed. */
  @Override
  void close();

  /** The standard output of the process, past whatever decodes or encodes text. */
  static Target standardOutput() {
    return new Standard(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
  }

  /**
   * Standard output.
   *
   * @param stream it
   */
  record Standard(OutputStream stream) implements Target {
    @Override
    public void complete() throws IOException {
      stream.flush();
    }

    /** A reader that has what it wanted and leaves is not a failure that has to be told. */
    @Override
    public String explains(IOException e) {
      String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return said.contains("pipe")
          ? ""
          : "standard output could not be written to its end: " + e.getMessage();
    }

    @Override
    public void close() {}
  }
}
