package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.lake.ManifestJson;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.lake.landing.LandedSegments;
import dev.tidemark.testkit.contract.SampleBatches;
import dev.tidemark.testkit.contract.SampleStates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A run at the stores of a home, by owners who take it up from what is durable: batch by batch, the
 * object before the cursor, then its index, its manifest and its end. No owner reads the same page
 * as another.
 */
final class Course {
  static final ResourceKey KEY = ResourceKey.of("acme", "deals.open");

  private static final int BATCHES = 2;
  private static final int END = BATCHES + 2;

  private final SampleBatches samples = new SampleBatches(KEY);

  /** What was answered, which has to be there ever after. */
  private final Map<Long, String> batches = new HashMap<>();

  private long revision;
  private @Nullable Binding binding;
  private @Nullable PublishedIndex index;
  private @Nullable Manifest manifest;

  /** Takes the run up from wherever it stands, to its end. */
  void walk(HomeFolder home, String owner) {
    bind(home.bindings());
    ResourceState state = home.states().read(KEY);
    while (state.revision() < END) {
      if (state.revision() >= 1 && state.revision() <= BATCHES) {
        land(sink(home), state.revision(), owner);
      } else if (state.revision() > BATCHES) {
        publish(home);
      }
      state = advance(home.states(), state, owner);
    }
  }

  private void bind(Bindings bindings) {
    Binding first = Binding.first(new Account("https://api.example.com", "account-7"));
    if (bindings.read(KEY.connection()) == null) {
      assertThat(bindings.replace(KEY.connection(), null, first)).isTrue();
    }
    binding = first;
  }

  private void land(BatchSink sink, long sequence, String owner) {
    Batch mine = samples.of(sequence, "{\"id\":" + sequence + ",\"read by\":\"" + owner + "\"}");
    StoredBatch stored = sink.find(mine.key());
    if (stored == null) {
      assertThat(sink.put(mine)).isEqualTo(new Put.Stored());
      batches.put(sequence, mine.content().sha256());
    } else {
      String before = batches.put(sequence, stored.sha256());
      assertThat(before).isIn(null, stored.sha256());
    }
  }

  private ResourceState advance(ResourceStateStore states, ResourceState state, String owner) {
    ResourceState next =
        new ResourceState(
            1,
            state.revision() + 1,
            owner,
            null,
            0,
            new Phase.InFlight(SampleStates.begun()),
            null);
    assertThat(states.write(KEY, state, next)).isEqualTo(new Write.Written());
    revision = next.revision();
    return next;
  }

  private void publish(HomeFolder home) {
    BatchSink sink = sink(home);
    List<StoredBatch> stored =
        sink.findAll(LongStream.rangeClosed(1, BATCHES).mapToObj(samples::key).toList());
    FingerprintLog log = sink.fingerprints(stored.getFirst());
    IndexSegment segment = new LandedSegments(home.objects()).write(KEY, "run", log);
    PublishedIndexes indexes = home.indexes();
    PublishedIndex there = indexes.read(KEY, 3);
    if (!there.holds("run")) {
      PublishedIndex next = there.after("run", List.of(new PublishedIndex.Entry(segment, 1, 0)));
      assertThat(indexes.replace(KEY, 3, there, next)).isTrue();
    }
    index = indexes.read(KEY, 3);
    Manifest mine = manifest(stored, segment);
    sink.publish(mine);
    manifest = mine;
  }

  private static Manifest manifest(List<StoredBatch> stored, IndexSegment segment) {
    Seal seal =
        new Seal(
            SampleStates.progress().at(SampleStates.walk(true)),
            SampleStates.TIME,
            SampleStates.checkpoint());
    return new Manifest(
        KEY,
        seal,
        stored.stream().map(Manifest.Entry::of).toList(),
        List.of(segment),
        VersionKind.INSTANT);
  }

  private static BatchSink sink(HomeFolder home) {
    return new LandedBatches(home.objects());
  }

  /** What holds whenever a process died, whatever else there is. */
  void holds(Path folder) {
    HomeFolder home = Homes.quick(folder);
    ResourceState state = home.states().read(KEY);
    assertThat(state.revision()).isGreaterThanOrEqualTo(revision);
    for (long sequence = 1; sequence <= BATCHES; sequence++) {
      holds(home, sequence, state);
    }
    Binding bound = home.bindings().read(KEY.connection());
    assertThat(bound)
        .isIn(null, Binding.first(new Account("https://api.example.com", "account-7")));
    assertThat(binding == null || binding.equals(bound)).isTrue();
    PublishedIndex entered = home.indexes().read(KEY, 3);
    assertThat(index == null || index.equals(entered)).isTrue();
    entered.segments().forEach(one -> new LandedSegments(home.objects()).read(one));
    if (manifest != null) {
      assertThat(Homes.bytes(folder, manifest.path())).isEqualTo(ManifestJson.bytes(manifest));
    }
    assertThat(home.objects().list("")).noneMatch(key -> key.contains(Folder.PARTS));
  }

  private void holds(HomeFolder home, long sequence, ResourceState state) {
    BatchSink sink = sink(home);
    StoredBatch stored = sink.find(samples.key(sequence));
    boolean counted = sequence < state.revision();
    assertThat(stored == null && (counted || batches.containsKey(sequence)))
        .as("batch %d, which was answered or is counted, is missing", sequence)
        .isFalse();
    if (stored != null) {
      byte[] bytes = Objects.requireNonNull(home.objects().get(stored.key()));
      assertThat(Bytes.of(bytes).sha256()).isEqualTo(stored.sha256());
      assertThat(sink.fingerprints(stored).size()).isEqualTo(stored.count());
      assertThat(batches.getOrDefault(sequence, stored.sha256())).isEqualTo(stored.sha256());
    }
  }

  /** What holds at the end, beside. */
  void isComplete(Path folder) {
    holds(folder);
    assertThat(Homes.quick(folder).states().read(KEY).revision()).isEqualTo(END);
    assertThat(manifest).isNotNull();
    assertThat(batches).hasSize(BATCHES);
  }
}
