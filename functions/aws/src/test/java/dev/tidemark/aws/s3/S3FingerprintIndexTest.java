package dev.tidemark.aws.s3;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.testkit.contract.FingerprintIndexContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3FingerprintIndexTest extends FingerprintIndexContract {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  @Override
  protected FingerprintIndex connect() {
    return new S3FingerprintIndex(BUCKET.client(), LocalBucket.NAME);
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    BUCKET.plant(key, bytes);
  }
}
