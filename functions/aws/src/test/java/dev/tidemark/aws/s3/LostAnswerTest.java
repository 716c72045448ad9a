package dev.tidemark.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.standin.LocalBucket;
import dev.tidemark.aws.standin.ScriptedService;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.SampleBatches;
import dev.tidemark.testkit.wire.FaultyWire;
import dev.tidemark.testkit.wire.OneFault;
import dev.tidemark.testkit.wire.WireFault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a put makes of answers that are lost or that leave the outcome open. */
class LostAnswerTest {
  private static final String CONFLICT =
      "<Error><Code>ConditionalRequestConflict</Code><Message>busy</Message></Error>";

  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  private final List<Duration> pauses = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "index", "raw"})
  void an_object_whose_answer_was_lost_is_ours(String area) {
    SampleBatches batches = new SampleBatches(ResourceKey.of("lost-" + area, "deals"));
    Batch batch = batches.rejecting(1, "{\"rejected\":1}");
    OneFault lost =
        OneFault.at("PUT /" + LocalBucket.NAME + "/" + area + "/", new WireFault.AnswerLost(true));
    try (FaultyWire wire = new FaultyWire(BUCKET.uri(), lost);
        S3Client client = AwsClients.s3(Endpoint.local(wire.uri()))) {
      LandedBatches sink = sink(client);
      assertThat(sink.put(batch)).isEqualTo(new Put.Stored());
      assertThat(lost.met()).isGreaterThan(1);
    }
    assertThat(sink(BUCKET.client()).find(batch.key())).isNotNull();
  }

  @Test
  void an_object_that_was_lost_on_its_way_is_sent_again() {
    Batch batch = new SampleBatches(ResourceKey.of("on-its-way", "deals")).of(1, "{\"id\":1}");
    OneFault lost = OneFault.at("PUT /" + LocalBucket.NAME + "/raw/", new WireFault.RequestLost());
    try (FaultyWire wire = new FaultyWire(BUCKET.uri(), lost);
        S3Client client = AwsClients.s3(Endpoint.local(wire.uri()))) {
      assertThat(sink(client).put(batch)).isEqualTo(new Put.Stored());
      assertThat(lost.met()).isGreaterThan(1);
    }
  }

  @Test
  void an_object_that_another_wrote_before_the_lost_answer_is_not_ours() {
    SampleBatches batches = new SampleBatches(ResourceKey.of("not-ours", "deals"));
    sink(BUCKET.client()).put(batches.of(1, "{\"id\":1}"));
    OneFault lost =
        OneFault.at("PUT /" + LocalBucket.NAME + "/raw/", new WireFault.AnswerLost(true));
    try (FaultyWire wire = new FaultyWire(BUCKET.uri(), lost);
        S3Client client = AwsClients.s3(Endpoint.local(wire.uri()))) {
      assertThat(sink(client).put(batches.of(1, "{\"id\":2}"))).isInstanceOf(Put.Present.class);
    }
  }

  @Test
  void the_lines_come_last_and_only_where_all_they_need_is_durable() throws IOException {
    Batch batch = new SampleBatches(ResourceKey.of("order", "deals")).rejecting(1, "{}");
    try (ScriptedService s3 = new ScriptedService();
        S3Client client = AwsClients.s3(Endpoint.local(s3.uri()))) {
      s3.then(200, "").then(500, "").then(500, "").then(500, "");
      assertThatThrownBy(() -> sink(client).put(batch)).isInstanceOf(S3Exception.class);
      s3.then(200, "").then(200, "").then(200, "");
      sink(client).put(batch);
      assertThat(s3.asked())
          .extracting(asked -> asked.path().split("/", -1)[2])
          .containsExactly("rejected", "index", "index", "index", "rejected", "index", "raw");
    }
  }

  @Test
  void a_conflict_is_waited_out_longer_each_time() throws IOException {
    try (ScriptedService s3 = new ScriptedService();
        S3Client client = AwsClients.s3(Endpoint.local(s3.uri()))) {
      s3.then(200, "").then(409, CONFLICT).then(409, CONFLICT).then(200, "");
      assertThat(sink(client).put(batch())).isEqualTo(new Put.Stored());
      assertThat(s3.asked()).hasSize(4);
      assertThat(pauses).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
    }
  }

  @Test
  void a_conflict_that_does_not_end_is_an_error() throws IOException {
    try (ScriptedService s3 = new ScriptedService();
        S3Client client = AwsClients.s3(Endpoint.local(s3.uri()))) {
      s3.then(200, "");
      for (int i = 0; i < 6; i++) {
        s3.then(409, CONFLICT);
      }
      assertThatThrownBy(() -> sink(client).put(batch())).isInstanceOf(S3Exception.class);
      assertThat(pauses).hasSize(5);
    }
  }

  private LandedBatches sink(S3Client client) {
    return new LandedBatches(new S3Objects(client, LocalBucket.NAME, pauses::add));
  }

  private static Batch batch() {
    return new SampleBatches(ResourceKey.of("busy", "deals")).of(1, "{\"id\":1}");
  }
}
