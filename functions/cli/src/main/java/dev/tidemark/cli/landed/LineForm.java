package dev.tidemark.cli.landed;

import java.io.IOException;
import java.io.OutputStream;

/** A form in which published lines are written one after the other. */
public interface LineForm {
  /** Writes what stands before the first line. */
  default void begin(OutputStream to) throws IOException {}

  /**
   * Writes one.
   *
   * @param line its bytes as they landed, without the line's end
   */
  void write(byte[] line, OutputStream to) throws IOException;

  /** Writes what stands behind the last line. */
  default void end(OutputStream to) throws IOException {}
}
