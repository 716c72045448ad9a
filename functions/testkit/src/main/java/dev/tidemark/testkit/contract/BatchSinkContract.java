package dev.tidemark.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.watermark.VersionKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a {@link BatchSink} owes. */
public abstract class BatchSinkContract {
  private final ResourceKey key = OwnKey.draw();
  private final SampleBatches batches = new SampleBatches(key);

  /** A client of the sink as another invocation has it: all of them see the same objects. */
  protected abstract BatchSink connect();

  /** The object at {@code key}. */
  protected abstract byte[] bytes(String key);

  /** The keys that begin with {@code prefix}. */
  protected abstract List<String> keys(String prefix);

  /** Stores an object, over whatever is there. */
  protected abstract void plant(String key, byte[] bytes);

  @Nested
  class ABatch {
    @Test
    void lies_at_its_own_key_byte_for_byte() {
      Batch batch = batches.of(1, "{\"id\":1}", "{\"id\":2}");
      assertThat(connect().put(batch)).isEqualTo(new Put.Stored());
      assertThat(bytes(batch.key().path())).isEqualTo(SampleBatches.whole(batch.content().lines()));
    }

    @Test
    void says_of_itself_what_it_was_stored_with() {
      for (Batch batch : List.of(batches.of(1, "{\"id\":1}"), batches.of(2, "{\"id\":2}"))) {
        connect().put(batch);
        StoredBatch stored = found(batch.key());
        assertThat(stored).isEqualTo(SampleBatches.stored(batch, stored.journal()));
      }
    }

    @Test
    void says_so_with_the_longest_cursors_too() {
      Batch batch = batches.withLongCursors(1);
      connect().put(batch);
      StoredBatch stored = found(batch.key());
      assertThat(stored).isEqualTo(SampleBatches.stored(batch, stored.journal()));
    }

    @Test
    void has_its_fingerprints_in_the_order_of_its_lines() {
      Batch batch = batches.of(1, "{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
      connect().put(batch);
      assertThat(connect().fingerprints(found(batch.key())).toBytes())
          .isEqualTo(batch.fingerprints().toBytes());
    }

    @Test
    void tells_what_its_pages_showed_and_its_lines_leave_out() {
      for (Batch batch : List.of(batches.of(2, "{\"id\":1}"), batches.of(3, "{\"id\":2}"))) {
        connect().put(batch);
        StoredBatch stored = found(batch.key());
        assertThat(connect().seen(stored).toBytes()).isEqualTo(batch.seen().toBytes());
        assertThat(connect().fingerprints(stored).toBytes())
            .isEqualTo(batch.fingerprints().toBytes());
      }
    }

    @Test
    void without_a_line_sets_its_rejects_aside() {
      Batch batch = batches.rejecting(1, "{\"rejected\":5}");
      connect().put(batch);
      assertThat(found(batch.key()).count()).isZero();
      List<String> rejects = keys("rejected/" + key.connection() + "/");
      assertThat(rejects).hasSize(1);
      assertThat(SampleBatches.lines(bytes(rejects.getFirst())))
          .containsExactly("{\"rejected\":5}");
    }

    @Test
    void is_not_found_before_it_is_stored() {
      assertThat(connect().find(batches.key(1))).isNull();
    }
  }

  @Nested
  class ALine {
    @Test
    void is_read_back_as_what_was_written_however_strange_its_record_is() {
      List<LandedLine> lines = OddLines.of(batches.key(1));
      assertThat(lines).hasSizeGreaterThan(500);
      connect().put(batches.of(1, OddLines.written(batches.key(1), lines), lines.size()));
      List<String> texts = SampleBatches.lines(bytes(batches.key(1).path()));
      assertThat(texts).extracting(LandedLine::parse).containsExactlyElementsOf(lines);
      assertThat(lines).extracting(LandedLine::text).containsExactlyElementsOf(texts);
    }
  }

  @Nested
  class WhenTheKeyIsTaken {
    @Test
    void the_first_batch_stays_and_is_told() {
      Batch first = batches.of(1, "{\"id\":1}");
      connect().put(first);
      StoredBatch stored = found(first.key());
      assertThat(connect().put(batches.of(1, "{\"id\":1,\"edited\":true}")))
          .isEqualTo(new Put.Present(stored));
      assertThat(bytes(first.key().path())).isEqualTo(SampleBatches.whole(first.content().lines()));
      assertThat(connect().fingerprints(stored).size()).isEqualTo(1);
    }

    @Test
    void a_batch_stored_again_after_a_lost_answer_is_stored_or_tells_itself() {
      Batch batch = batches.of(1, "{\"id\":1}");
      connect().put(batch);
      assertThat(connect().put(batch)).isIn(new Put.Stored(), new Put.Present(found(batch.key())));
    }

    @Test
    void of_many_owners_exactly_one_stores() throws Exception {
      List<Callable<Put>> owners = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Batch mine = batches.of(1, "{\"id\":" + i + "}");
        owners.add(() -> connect().put(mine));
      }
      List<Put> answers = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(owners.size())) {
        for (Future<Put> answer : threads.invokeAll(owners)) {
          answers.add(answer.get());
        }
      }
      assertThat(answers).filteredOn(Put.Stored.class::isInstance).hasSize(1);
      assertThat(answers)
          .filteredOn(Put.Present.class::isInstance)
          .hasSize(5)
          .allMatch(answer -> answer.equals(new Put.Present(found(batches.key(1)))));
    }

    @Test
    void an_object_that_is_no_batch_is_an_error_that_names_its_key() {
      Batch batch = batches.of(1, "{\"id\":1}");
      byte[] foreign = "foreign".getBytes(StandardCharsets.UTF_8);
      plant(batch.key().path(), foreign);
      assertThatThrownBy(() -> connect().find(batch.key()))
          .hasMessageContaining(batch.key().path());
      assertThatThrownBy(() -> connect().put(batch)).hasMessageContaining(batch.key().path());
      assertThat(bytes(batch.key().path())).isEqualTo(foreign);
    }
  }

  @Nested
  class ManyBatches {
    @Test
    void are_found_in_the_order_asked_for() {
      List<BatchKey> keys = LongStream.rangeClosed(1, 20).mapToObj(batches::key).toList();
      keys.forEach(one -> connect().put(batches.of(one.sequence(), "{\"id\":1}")));
      assertThat(connect().findAll(keys.reversed()))
          .extracting(StoredBatch::key)
          .containsExactlyElementsOf(keys.reversed().stream().map(BatchKey::path).toList());
    }

    @Test
    void of_which_one_is_missing_are_an_error_that_names_its_key() {
      connect().put(batches.of(1, "{\"id\":1}"));
      assertThatThrownBy(() -> connect().findAll(List.of(batches.key(1), batches.key(2))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(batches.key(2).path());
    }

    @Test
    void may_be_none() {
      assertThat(connect().findAll(List.of())).isEmpty();
    }
  }

  @Nested
  class AManifest {
    private Manifest manifest(int objects) {
      List<Manifest.Entry> entries =
          LongStream.rangeClosed(1, objects)
              .mapToObj(n -> new Manifest.Entry(batches.key(n).path(), n, n + 1, "sha-" + n))
              .toList();
      Seal seal =
          new Seal(
              SampleStates.progress().at(SampleStates.walk(true)),
              SampleStates.TIME,
              SampleStates.checkpoint());
      return new Manifest(key, seal, entries, List.of(), VersionKind.INSTANT);
    }

    @Test
    void lies_at_its_own_key_and_lists_its_objects() {
      Manifest manifest = manifest(3);
      assertThat(connect().publish(manifest)).isEqualTo(manifest.path());
      assertThat(new String(bytes(manifest.path()), StandardCharsets.UTF_8))
          .contains(batches.key(1).path(), batches.key(2).path(), batches.key(3).path());
    }

    @Test
    void written_again_is_no_error_and_the_same_bytes() {
      connect().publish(manifest(3));
      byte[] first = bytes(manifest(3).path());
      connect().publish(manifest(3));
      assertThat(bytes(manifest(3).path())).isEqualTo(first);
    }

    @Test
    void without_an_object_is_written_too() {
      assertThat(connect().publish(manifest(0))).isEqualTo(manifest(0).path());
      assertThat(bytes(manifest(0).path())).isNotEmpty();
    }
  }

  private StoredBatch found(BatchKey at) {
    return requireNonNull(connect().find(at), at.path());
  }
}
