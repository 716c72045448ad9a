package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Span;
import dev.tidemark.memory.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must be true of the lake and of the state table, as anybody can read them. */
record Aftermath(Scene scene) {
  private static final Pattern TIME = Pattern.compile("\"updated_at\":\"([^\"]+)\"");

  /** At any moment, whoever has just died. */
  void holdsAlways() {
    ResourceState state = scene.state();
    Published published = scene.published();
    manifestsListWhatIsThere(published);
    theIndexNamesManifests(published);
    Progress progress = state.phase().unfinished();
    if (progress != null) {
      progressCountsWhatIsThere(progress);
    }
    Checkpoint checkpoint = state.checkpoint();
    if (checkpoint != null) {
      nothingIsBehind(checkpoint, published);
    }
  }

  /** Once nothing is left to be done. */
  void holdsInTheEnd() {
    holdsAlways();
    isWhole();
    assertThat(scene.state().lease()).isNull();
    Set<String> entered = Set.copyOf(index().runs());
    assertThat(scene.published().manifests())
        .filteredOn(manifest -> !manifest.index().isEmpty())
        .allSatisfy(manifest -> assertThat(entered).contains(run(manifest)));
    theNextRunAgrees();
  }

  /** The next run of the resource itself publishes nothing twice and loses nothing. */
  private void theNextRunAgrees() {
    ResourceKey own =
        ResourceKey.of(scene.plan().key().connection(), scene.plan().key().resource());
    if (!scene.plan().key().equals(own)) {
      scene.planned(Plans.beside(scene.plan(), "")).asking(RunRequest.of(Mode.INCREMENTAL));
    }
    new Journey(scene, false).undisturbed();
    isWhole();
  }

  private void isWhole() {
    Published published = scene.published();
    assertThat(published.newest()).isEqualTo(scene.api.truth());
    assertThat(scene.state().phase()).isInstanceOf(Phase.Idle.class);
    Set<String> beside =
        published.manifests().stream()
            .filter(manifest -> !manifest.resource().publishesDifferences())
            .map(Aftermath::run)
            .collect(Collectors.toSet());
    assertThat(published.lines())
        .filteredOn(line -> !beside.contains(line.run()))
        .extracting(LandedLine::record)
        .doesNotHaveDuplicates();
  }

  private void manifestsListWhatIsThere(Published published) {
    for (Manifest manifest : published.manifests()) {
      for (Manifest.Entry entry : manifest.objects()) {
        assertThat(scene.lake.bytes(entry.key())).hasSize((int) entry.bytes());
      }
      assertThat(manifest.objects()).extracting(Manifest.Entry::key).doesNotHaveDuplicates();
    }
  }

  private void theIndexNamesManifests(Published published) {
    Set<String> runs =
        published.manifests().stream().map(Aftermath::run).collect(Collectors.toSet());
    assertThat(runs).containsAll(index().runs());
    assertThat(index().runs()).doesNotHaveDuplicates();
    index().segments().forEach(segment -> assertThat(scene.lake.bytes(segment.key())).isNotEmpty());
  }

  private void progressCountsWhatIsThere(Progress progress) {
    List<Span> spans = new ArrayList<>(progress.run().lineage().inherited());
    spans.add(progress.span());
    long lines = 0;
    for (Span span : spans) {
      for (long sequence : span.sequences().toArray()) {
        BatchKey key =
            BatchKey.of(scene.plan().key(), progress.run().form().schema(), span, sequence);
        StoredBatch batch = scene.lake.find(key);
        assertThat(batch).as("%s", key.path()).isNotNull();
        lines += batch == null ? 0 : batch.count();
      }
    }
    assertThat(lines).isEqualTo(progress.tally().records().lines());
  }

  /**
   * A checkpoint names a run that is published, and what it covers is published too. A record that
   * was changed without a word of it, so that its time still stands, is nobody's fault.
   */
  private void nothingIsBehind(Checkpoint checkpoint, Published published) {
    assertThat(published.manifests())
        .anyMatch(manifest -> run(manifest).equals(checkpoint.run().value()));
    if (checkpoint.watermark() == null) {
      return;
    }
    Instant covered = checkpoint.watermark().at();
    Map<String, String> newest = published.newest();
    scene
        .api
        .truth()
        .forEach((id, record) -> {
          Instant at = time(record);
          if (at != null && !at.isAfter(covered)) {
            assertThat(newest).as("covered by %s", covered).containsKey(id);
            assertThat(time(String.valueOf(newest.get(id))))
                .as("%s, covered by %s", id, covered)
                .isEqualTo(at);
          }
        });
  }

  private static @Nullable Instant time(String record) {
    Matcher matcher = TIME.matcher(record);
    return matcher.find() ? Instant.parse(matcher.group(1)) : null;
  }

  private PublishedIndex index() {
    return scene.lake.read(scene.plan().key(), scene.plan().form().schema());
  }

  private static String run(Manifest manifest) {
    return manifest.seal().progress().run().id().value();
  }
}
