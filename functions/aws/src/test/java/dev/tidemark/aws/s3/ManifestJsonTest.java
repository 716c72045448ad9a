package dev.tidemark.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.lake.ManifestJson;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.SampleStates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManifestJsonTest {
  private static final ResourceKey KEY = ResourceKey.of("lev", "deals").beside("reconcile");

  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  private final LandedBatches sink =
      new LandedBatches(new S3Objects(BUCKET.client(), LocalBucket.NAME, _ -> {}));

  @Test
  void says_all_that_people_script_against() {
    Seal seal =
        new Seal(
            SampleStates.progress().at(SampleStates.walk(true)),
            SampleStates.TIME,
            SampleStates.checkpoint());
    Manifest manifest =
        new Manifest(
            KEY,
            seal,
            List.of(new Manifest.Entry("raw/one", 2, 120, "abc")),
            List.of(new IndexSegment("index/one.fp", 2)),
            VersionKind.INTEGER);
    assertThat(text(manifest))
        .isEqualTo(
            """
            {"schema":1,"connection":"lev","resource":"deals","run":"20260203T040506Z-0123456789",\
            "mode":"reconcile","startedAt":"2026-02-03T04:05:05.789012345Z",\
            "completedAt":"2026-02-03T04:05:06.789012345Z",\
            "bounds":{"from":"2026-02-03T02:41:46.789012345Z","until":"2026-02-03T05:28:26.789012345Z"},\
            "records":2,"deletes":3,"rejected":5,\
            "objects":[{"key":"raw/one","records":2,"bytes":120,"sha256":"abc"}],\
            "checkpoint":{"watermark":"2026-02-03T05:04:06,789012345+01:00 \\"q\\" \\\\ ä中",\
            "cursor":"bookmark"},"apiCalls":10,"pages":1,"duplicates":4,"undated":6,"future":7,"outside":14,"older":15,"passedOver":16,\
            "throttled":11,"retries":12,"restartOf":"20260201T000000Z-abcdefghjk","schemaVersion":3,\
            "warnings":{"short-pages":4},"index":[{"key":"index/one.fp","count":2}],\
            "order":["generation","version:integer","fetchedAt"]}
            """);
  }

  @Test
  void says_null_where_there_is_nothing() {
    assertThat(text(empty(KEY)))
        .contains(
            "\"bounds\":{\"from\":null,\"until\":null}",
            "\"objects\":[],\"checkpoint\":null,",
            "\"restartOf\":null,",
            "\"warnings\":{},\"index\":[],\"order\":[\"generation\",\"fetchedAt\"]}");
  }

  @Test
  void is_not_written_over_another() {
    Manifest manifest = empty(ResourceKey.of("taken", "deals"));
    BUCKET.plant(manifest.path(), "{}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> sink.publish(manifest))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(manifest.path());
    assertThat(BUCKET.bytes(manifest.path())).asString().isEqualTo("{}");
  }

  @Test
  void stands_where_an_earlier_version_did_not_say_the_order() {
    Manifest manifest = empty(ResourceKey.of("earlier", "deals"));
    String earlier = text(manifest).replaceFirst(",\"order\":[^}]*", "");
    assertThat(earlier).endsWith("\"index\":[]}\n");
    BUCKET.plant(manifest.path(), earlier.getBytes(StandardCharsets.UTF_8));
    assertThat(sink.publish(manifest)).isEqualTo(manifest.path());
    assertThat(BUCKET.bytes(manifest.path())).asString().isEqualTo(earlier);
  }

  private static Manifest empty(ResourceKey key) {
    Progress begun = SampleStates.begun();
    Walk ended = begun.walk().end(null);
    return new Manifest(
        key,
        new Seal(begun.at(ended), SampleStates.TIME, null),
        List.of(),
        List.of(),
        VersionKind.NONE);
  }

  private static String text(Manifest manifest) {
    return new String(ManifestJson.bytes(manifest), StandardCharsets.UTF_8);
  }
}
