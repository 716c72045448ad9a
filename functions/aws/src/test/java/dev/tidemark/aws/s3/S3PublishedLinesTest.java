package dev.tidemark.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.lake.ManifestJson;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedLines;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.testkit.contract.SampleBatches;
import dev.tidemark.testkit.contract.SampleStates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3PublishedLinesTest {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  private static final AtomicInteger TESTS = new AtomicInteger();

  private final ResourceKey key = ResourceKey.of("lines", "deals" + TESTS.incrementAndGet());
  private final SampleBatches batches = new SampleBatches(key);
  private final LandedBatches sink =
      new LandedBatches(new S3Objects(BUCKET.client(), LocalBucket.NAME, _ -> {}));
  private final LandedSegments index =
      new LandedSegments(new S3Objects(BUCKET.client(), LocalBucket.NAME));

  @Test
  void wanted_lines_of_all_objects_are_shown_and_no_others() {
    publish(batches.of(1, "a1", "a2", "a3"), batches.of(2, "b1"), batches.of(3, "c1", "c2"));
    assertThat(find(0)).containsExactly("1:a1", "2:b1", "3:c1");
    assertThat(find(-2)).containsExactly("1:a3");
    assertThat(find(-1)).containsExactly("1:a2", "3:c2");
    assertThat(find(-7)).isEmpty();
  }

  @Test
  void lines_of_another_schema_or_resource_are_not_shown() {
    publish(batches.of(1, "a1"));
    List<String> found = new ArrayList<>();
    lines().find(key, 4, (_, _) -> true, (_, _, line) -> found.add(text(line)));
    lines()
        .find(
            ResourceKey.of("lines", "deal"),
            3,
            (_, _) -> true,
            (_, _, line) -> found.add(text(line)));
    assertThat(found).isEmpty();
  }

  @Test
  void a_missing_object_is_an_error_that_names_its_key() {
    Batch batch = batches.of(1, "a1");
    publish(batch);
    BUCKET.client().deleteObject(at -> at.bucket(LocalBucket.NAME).key(batch.key().path()));
    assertThatThrownBy(() -> find(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(batch.key().path(), "restore");
  }

  private List<String> find(long idLow) {
    List<String> found = new ArrayList<>();
    lines()
        .find(
            key,
            3,
            (_, low) -> low == idLow,
            (high, _, line) -> found.add(high + ":" + text(line)));
    return found;
  }

  private LandedLines lines() {
    return new LandedLines(new S3Objects(BUCKET.client(), LocalBucket.NAME));
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private void publish(Batch... stored) {
    List<Manifest.Entry> entries = new ArrayList<>();
    FingerprintLog fingerprints = new FingerprintLog();
    for (Batch batch : stored) {
      sink.put(batch);
      entries.add(Manifest.Entry.of(Objects.requireNonNull(sink.find(batch.key()))));
      fingerprints.addAll(batch.fingerprints());
    }
    IndexSegment segment = index.write(key, "one", fingerprints);
    Seal seal =
        new Seal(SampleStates.progress().at(SampleStates.walk(true)), SampleStates.TIME, null);
    BUCKET.plant(
        new Manifest(key, seal, entries, List.of(segment), VersionKind.INSTANT).path(),
        ManifestJson.bytes(
            new Manifest(key, seal, entries, List.of(segment), VersionKind.INSTANT)));
  }
}
