package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.run.ResourceKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a {@link FingerprintIndex} owes. */
public abstract class FingerprintIndexContract {
  private final ResourceKey key = OwnKey.draw();

  /** A client of the index as another invocation has it: all of them see the same segments. */
  protected abstract FingerprintIndex connect();

  /** Stores bytes where a segment lies, over whatever is there. */
  protected abstract void plant(String key, byte[] bytes);

  @Test
  void a_segment_is_read_as_it_was_written() {
    IndexSegment segment = connect().write(key, "one", log(1, 3));
    assertThat(segment.count()).isEqualTo(3);
    assertThat(connect().read(segment).toBytes()).isEqualTo(log(1, 3).toBytes());
  }

  @Test
  void a_large_segment_is_read_as_it_was_written() {
    FingerprintLog large = log(1, 100_000);
    assertThat(connect().read(connect().write(key, "merged", large)).toBytes())
        .isEqualTo(large.toBytes());
  }

  @Test
  void writing_a_segment_again_is_no_error_and_gives_the_same_segment() {
    IndexSegment segment = connect().write(key, "one", log(1, 3));
    assertThat(connect().write(key, "one", log(1, 3))).isEqualTo(segment);
    assertThat(connect().read(segment).size()).isEqualTo(3);
  }

  @Test
  void other_content_under_the_same_name_leaves_what_was_written() {
    IndexSegment one = connect().write(key, "merged", log(1, 3));
    IndexSegment other = connect().write(key, "merged", log(2, 3));
    assertThat(other.key()).isNotEqualTo(one.key());
    assertThat(connect().read(one).toBytes()).isEqualTo(log(1, 3).toBytes());
    assertThat(connect().read(other).toBytes()).isEqualTo(log(2, 3).toBytes());
  }

  @Test
  void a_missing_segment_is_an_error_that_names_its_key() {
    IndexSegment written = connect().write(key, "one", log(1, 3));
    IndexSegment missing = new IndexSegment(written.key() + "0", 3);
    assertThatThrownBy(() -> connect().read(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(missing.key());
  }

  @Test
  void a_damaged_segment_is_an_error_that_names_its_key() {
    IndexSegment segment = connect().write(key, "one", log(1, 3));
    plant(segment.key(), "damaged".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> connect().read(segment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(segment.key());
  }

  @Test
  void a_segment_with_one_bit_changed_is_an_error_that_names_its_key() {
    IndexSegment segment = connect().write(key, "one", log(1, 3));
    plant(segment.key(), log(2, 3).toBytes());
    assertThatThrownBy(() -> connect().read(segment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(segment.key());
  }

  private static FingerprintLog log(long seed, int count) {
    FingerprintLog log = new FingerprintLog();
    for (int i = 0; i < count; i++) {
      log.add(seed, -i, new PublishedAs(Long.MIN_VALUE + i, 7 - i, i % 3, -i));
    }
    return log;
  }
}
