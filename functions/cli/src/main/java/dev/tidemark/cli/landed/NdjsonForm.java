package dev.tidemark.cli.landed;

import dev.tidemark.core.lake.LandedLine;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Lines byte for byte.
 *
 * @param plain whether only the record's own bytes are wanted, as the API sent them
 */
public record NdjsonForm(boolean plain) implements LineForm {
  @Override
  public void write(byte[] line, OutputStream to) throws IOException {
    to.write(plain ? LandedLine.record(line) : line);
    to.write('\n');
  }
}
