package dev.tidemark.aws.s3;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.BatchSinkContract;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3BatchSinkTest extends BatchSinkContract {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  @Override
  protected BatchSink connect() {
    return new LandedBatches(new S3Objects(BUCKET.client(), LocalBucket.NAME, _ -> {}));
  }

  @Override
  protected byte[] bytes(String key) {
    return BUCKET.bytes(key);
  }

  @Override
  protected List<String> keys(String prefix) {
    return BUCKET.keys(prefix);
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    BUCKET.plant(key, bytes);
  }
}
