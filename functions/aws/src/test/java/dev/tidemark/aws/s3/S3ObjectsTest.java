package dev.tidemark.aws.s3;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.lake.ObjectStore;
import dev.tidemark.testkit.contract.ObjectStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3ObjectsTest extends ObjectStoreContract {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  @Override
  protected ObjectStore store() {
    return new S3Objects(BUCKET.client(), LocalBucket.NAME);
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    BUCKET.plant(key, bytes);
  }
}
