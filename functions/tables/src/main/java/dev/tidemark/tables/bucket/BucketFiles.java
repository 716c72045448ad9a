package dev.tidemark.tables.bucket;

import dev.tidemark.aws.s3.S3Objects;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Files of tables as objects of a bucket, called {@code s3://bucket/key}. A file is there once it
 * is complete, and is written once.
 */
public final class BucketFiles implements SupportsPrefixOperations {
  private static final long serialVersionUID = 1L;

  private final transient S3Objects objects;

  public BucketFiles(S3Objects objects) {
    this.objects = objects;
  }

  @Override
  public InputFile newInputFile(String path) {
    return new BucketInput(objects, key(path));
  }

  @Override
  public OutputFile newOutputFile(String path) {
    return new BucketOutput(objects, key(path));
  }

  @Override
  public void deleteFile(String path) {
    objects.delete(key(path));
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    return objects.stored(key(prefix)).stream()
        .map(
            one -> new FileInfo(objects.place(one.key()), one.size(), one.written().toEpochMilli()))
        .toList();
  }

  @Override
  public void deletePrefix(String prefix) {
    listPrefix(prefix).forEach(file -> deleteFile(file.location()));
  }

  private String key(String path) {
    String bucket = objects.place("");
    if (!path.startsWith(bucket)) {
      throw new IllegalArgumentException(path + " is no file in " + bucket);
    }
    return path.substring(bucket.length());
  }

  /** Iceberg asks for files that can be sent elsewhere; these are those of one process. */
  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(BucketFiles.class.getName());
  }
}
