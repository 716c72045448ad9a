package dev.tidemark.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A stream that knows how much went through it, as Parquet wants it. It does not close what it
 * writes to.
 */
final class CountedOutput extends PositionOutputStream implements OutputFile {
  private final OutputStream to;
  private long position;

  CountedOutput(OutputStream to) {
    this.to = to;
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void write(int b) throws IOException {
    to.write(b);
    position++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    to.write(bytes, offset, length);
    position += length;
  }

  @Override
  public void close() {
    // Whoever opened it has to see to it that it is complete.
  }

  @Override
  public PositionOutputStream create(long blockSize) {
    return this;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) {
    return this;
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }
}
