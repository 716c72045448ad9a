package dev.tidemark.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.testkit.contract.FingerprintIndexContract;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3FingerprintIndexTest extends FingerprintIndexContract {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  @Override
  protected FingerprintIndex connect() {
    return new LandedSegments(new S3Objects(BUCKET.client(), LocalBucket.NAME));
  }

  @Override
  protected void plant(String key, byte[] bytes) {
    BUCKET.plant(key, bytes);
  }

  @Test
  void a_segment_of_the_first_form_is_read_without_ranks_and_generations() {
    byte[] first = ByteBuffer.allocate(24).putLong(1).putLong(2).putLong(3).array();
    String key = "index/acme/deals/merged-" + Bytes.of(first).sha256().substring(0, 16) + ".fp";
    plant(key, first);
    FingerprintTable table = new FingerprintTable(10);
    connect().read(new IndexSegment(key, 1)).replayInto(table);
    assertThat(table.published(1, 2))
        .isEqualTo(new PublishedAs(3, Long.MIN_VALUE, 0, 0))
        .matches(PublishedAs::unranked);
  }
}
