package dev.tidemark.tables.bucket;

import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.lake.landing.ObjectHead;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A file to be read. */
record BucketInput(S3Objects objects, String key) implements InputFile {
  @Override
  public long getLength() {
    ObjectHead head = objects.head(key);
    if (head == null) {
      throw new NotFoundException("there is no file %s", location());
    }
    return head.size();
  }

  @Override
  public SeekableInputStream newStream() {
    return new BucketStream(this);
  }

  @Override
  public String location() {
    return objects.place(key);
  }

  @Override
  public boolean exists() {
    return objects.head(key) != null;
  }
}
