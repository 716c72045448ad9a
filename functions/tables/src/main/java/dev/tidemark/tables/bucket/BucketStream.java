package dev.tidemark.tables.bucket;

import dev.tidemark.aws.s3.ObjectPart;
import java.io.EOFException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * A file that is read in parts. Lists of files are read from their begin to their end, in large
 * parts; the pages of a column are asked for one by one, each of its own length.
 */
final class BucketStream extends SeekableInputStream {
  private static final int PART = 1024 * 1024;

  private final BucketInput file;
  private byte[] part = {};
  private long from;
  private long position;
  private long size = Long.MAX_VALUE;

  BucketStream(BucketInput file) {
    this.file = file;
  }

  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void seek(long to) throws EOFException {
    if (to < 0) {
      throw new EOFException(file.location() + " has no byte " + to);
    }
    position = to;
  }

  @Override
  public int read() {
    return available(PART) == 0 ? -1 : part[Math.toIntExact(position++ - from)] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    int taken = Math.min(available(Math.max(length, PART)), length);
    if (taken == 0) {
      return -1;
    }
    System.arraycopy(part, Math.toIntExact(position - from), bytes, offset, taken);
    position += taken;
    return taken;
  }

  /** Asks for no more than these: the next that is wanted may lie far away. */
  @Override
  public byte[] readNBytes(int length) {
    if (length == 0) {
      return new byte[0];
    }
    int there = Math.min(available(length), length);
    if (there == 0) {
      return new byte[0];
    }
    if (there < length && position + there < size) {
      load(length);
      there = Math.min(part.length, length);
    }
    int start = Math.toIntExact(position - from);
    byte[] taken = Arrays.copyOfRange(part, start, start + there);
    position += there;
    return taken;
  }

  /** How many bytes lie ready from the position on; loads {@code wanted} where there are none. */
  private int available(int wanted) {
    if (position >= size) {
      return 0;
    }
    if (position < from || position >= from + part.length) {
      load(wanted);
    }
    return Math.toIntExact(from + part.length - position);
  }

  private void load(int wanted) {
    ObjectPart loaded = file.objects().part(file.key(), position, wanted);
    if (loaded == null) {
      throw new NotFoundException("there is no file %s", file.location());
    }
    part = loaded.bytes();
    size = loaded.size();
    from = position;
  }
}
