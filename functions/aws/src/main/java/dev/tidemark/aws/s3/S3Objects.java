package dev.tidemark.aws.s3;

import dev.tidemark.lake.ObjectStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** The objects of a lake in an S3 bucket. */
public final class S3Objects implements ObjectStore {
  private final Bucket bucket;

  public S3Objects(S3Client s3, String bucket) {
    this.bucket = new Bucket(s3, bucket);
  }

  @Override
  public byte @Nullable [] get(String key) {
    return bucket.get(key);
  }

  @Override
  public List<String> list(String prefix) {
    return bucket.keys(prefix).toList();
  }

  @Override
  public String place(String key) {
    return bucket.place(key);
  }
}
