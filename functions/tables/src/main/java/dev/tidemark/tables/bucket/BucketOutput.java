package dev.tidemark.tables.bucket;

import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.lake.landing.NewObject;
import dev.tidemark.lake.landing.ObjectHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A file to be written. It waits in memory, and is an object once it is closed. */
record BucketOutput(S3Objects objects, String key) implements OutputFile {
  private static final String DIGEST = "sha256";

  @Override
  public PositionOutputStream create() {
    return new Written(this, true);
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return new Written(this, false);
  }

  @Override
  public String location() {
    return objects.place(key);
  }

  @Override
  public InputFile toInputFile() {
    return new BucketInput(objects, key);
  }

  private void write(Bytes content, boolean once) {
    String digest = content.sha256();
    NewObject object =
        new NewObject(key, content, digest, "application/octet-stream", Map.of(DIGEST, digest));
    if (!once) {
      objects.put(object);
    } else if (!objects.create(object)) {
      // The attempt before this one may have written it, and its answer was lost.
      ObjectHead there = objects.head(key);
      if (there == null || !digest.equals(there.metadata().get(DIGEST))) {
        throw new AlreadyExistsException("%s is there already", location());
      }
    }
  }

  private static final class Written extends PositionOutputStream {
    private static final int PIECE = 1024 * 1024;

    private final BucketOutput file;
    private final boolean once;
    private final List<byte[]> pieces = new ArrayList<>(List.of(new byte[PIECE]));
    private int filled;
    private long position;
    private boolean closed;

    Written(BucketOutput file, boolean once) {
      this.file = file;
      this.once = once;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      int written = 0;
      while (written < length) {
        if (filled == PIECE) {
          pieces.add(new byte[PIECE]);
          filled = 0;
        }
        int now = Math.min(length - written, PIECE - filled);
        System.arraycopy(bytes, offset + written, pieces.getLast(), filled, now);
        filled += now;
        written += now;
      }
      position += length;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        file.write(Bytes.of(pieces, filled), once);
        // Iceberg keeps the stream to ask for its length.
        pieces.clear();
      }
    }
  }
}
