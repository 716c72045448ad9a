package dev.tidemark.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchContent;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.PageWriter;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.SampleBatches;
import dev.tidemark.testkit.contract.SampleStates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What lies in the bucket after a put, and what is made of it when it was tampered with. */
class BatchObjectTest {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  private final LandedBatches sink =
      new LandedBatches(new S3Objects(BUCKET.client(), LocalBucket.NAME, _ -> {}));
  private SampleBatches batches = new SampleBatches(ResourceKey.of("any", "deals"));

  @BeforeEach
  void useAKeyOfItsOwn(TestInfo test) {
    String name = "c" + Integer.toHexString(test.getDisplayName().hashCode());
    batches = new SampleBatches(ResourceKey.of(name, "deals"));
  }

  @Test
  void is_given_to_readers_as_the_gzip_bytes_that_it_is() {
    Batch batch = batches.of(1, "{\"id\":1}");
    sink.put(batch);
    HeadObjectResponse head = head(batch);
    assertThat(head.contentType()).isEqualTo("application/x-ndjson");
    assertThat(head.contentEncoding()).isNull();
    assertThat(head.contentLength()).isEqualTo(batch.content().lines().size());
    assertThat(head.metadata())
        .containsEntry("tidemark-run", SampleStates.RUN.value())
        .containsEntry("tidemark-sequence", "1")
        .containsEntry("tidemark-records", "1")
        .containsEntry("tidemark-sha256", batch.content().sha256())
        .containsEntry("tidemark-requests", "req-%C3%A41 req-%222");
  }

  @Test
  void keeps_its_metadata_small_whatever_the_api_says() {
    Batch sample = batches.of(1, "{\"id\":1}");
    Walk walk = SampleStates.walk(false);
    Watermark endless = new Watermark(SampleStates.TIME, "\u4e2d".repeat(5000));
    Progress after = sample.after().at(walk.seen(endless, true, true, SampleStates.TIME));
    String id = "\u00e4".repeat(5000);
    Batch batch =
        new Batch(
            sample.key(),
            sample.content(),
            sample.fingerprints(),
            sample.seen(),
            new Batch.RequestRange(id, id),
            sample.before(),
            after);
    sink.put(batch);
    int size =
        head(batch).metadata().entrySet().stream()
            .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
            .sum();
    assertThat(size).isBetween(600, 1024);
    assertThat(found(batch).after()).isEqualTo(after);
  }

  @Test
  void of_many_megabytes_arrives_whole() throws Exception {
    Batch batch = large(batches.of(1));
    assertThat(batch.content().lines().size()).isGreaterThan(9L << 20);
    assertThat(sink.put(batch)).isEqualTo(new Put.Stored());
    assertThat(BUCKET.bytes(batch.key().path()))
        .isEqualTo(SampleBatches.whole(batch.content().lines()));
    // Refused without the bytes' being taken for another answer: they are too many to be sent and
    // ignored.
    assertThat(sink.put(batch)).isEqualTo(new Put.Stored());
  }

  @Test
  void is_refused_by_the_bucket_if_its_bytes_are_not_those_of_its_digest() {
    Batch sample = batches.of(1, "{\"id\":1}");
    Batch batch =
        new Batch(
            sample.key(),
            new BatchContent(
                sample.content().lines(),
                sample.content().count(),
                "00".repeat(32),
                sample.content().rejects()),
            sample.fingerprints(),
            sample.seen(),
            sample.requests(),
            sample.before(),
            sample.after());
    assertThatThrownBy(() -> sink.put(batch)).isInstanceOf(S3Exception.class);
    assertThat(sink.find(batch.key())).isNull();
  }

  @Test
  void without_its_journal_is_an_error_and_not_absent() {
    Batch batch = batches.of(1, "{\"id\":1}");
    sink.put(batch);
    StoredBatch stored = found(batch);
    delete(stored.journal());
    assertUnreadable(stored, () -> sink.find(batch.key()));
    assertUnreadable(stored, () -> sink.findAll(List.of(batch.key())));
    assertUnreadable(stored, () -> sink.fingerprints(stored));
    assertUnreadable(stored, () -> sink.put(batches.of(1, "{\"id\":2}")));
  }

  @Test
  void with_a_journal_that_was_changed_is_an_error() {
    Batch batch = batches.of(1, "{\"id\":1}");
    sink.put(batch);
    StoredBatch stored = found(batch);
    byte[] journal = BUCKET.bytes(stored.journal());
    journal[journal.length - 1] ^= 1;
    BUCKET.plant(stored.journal(), journal);
    assertUnreadable(stored, () -> sink.fingerprints(stored));
    BUCKET.plant(stored.journal(), new byte[] {'{', '}', '\n'});
    assertUnreadable(stored, () -> sink.find(batch.key()));
    BUCKET.plant(stored.journal(), new byte[] {'{'});
    assertUnreadable(stored, () -> sink.find(batch.key()));
  }

  @Test
  void with_the_journal_of_another_is_an_error() {
    Batch one = batches.of(1, "{\"id\":1}");
    Batch other = batches.of(2, "{\"id\":22}");
    sink.put(one);
    sink.put(other);
    BUCKET.plant(found(one).journal(), BUCKET.bytes(found(other).journal()));
    assertThatThrownBy(() -> sink.find(one.key()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(one.key().path());
  }

  /** Lines that do not compress, in as many pieces as the writer makes of them. */
  private static Batch large(Batch sample) throws InterruptedException {
    Random random = new Random(7);
    byte[] noise = new byte[32 * 1024];
    try (PageWriter writer = new PageWriter(sample.key(), 1, Runnable::run)) {
      writer.begin(Instant.EPOCH);
      for (int i = 0; i < 500; i++) {
        random.nextBytes(noise);
        byte[] line =
            ("{\"x\":\"" + HexFormat.of().formatHex(noise) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        writer.line(
            new RawRecord(JsonSlice.of(line), "1", null, null, 0, 0, null, false),
            new Fingerprint(i, i, 1),
            new PublishedAs(1, 0, 0, 1));
      }
      writer.commit(null);
      var lines = writer.finishLines();
      return new Batch(
          sample.key(),
          BatchContent.of(lines, writer.count(), null),
          writer.fingerprints(),
          sample.seen(),
          null,
          sample.before(),
          sample.after());
    }
  }

  private StoredBatch found(Batch batch) {
    return Objects.requireNonNull(sink.find(batch.key()));
  }

  private static HeadObjectResponse head(Batch batch) {
    return BUCKET.client().headObject(get -> get.bucket(LocalBucket.NAME).key(batch.key().path()));
  }

  private static void delete(String key) {
    BUCKET.client().deleteObject(delete -> delete.bucket(LocalBucket.NAME).key(key));
  }

  private static void assertUnreadable(StoredBatch stored, ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(stored.key(), stored.journal(), "cancel the run");
  }
}
