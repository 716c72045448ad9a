package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link PublishedIndexes} owe. */
public abstract class PublishedIndexesContract {
  private final ResourceKey key = OwnKey.draw();
  private final PublishedIndex first =
      PublishedIndex.EMPTY.after(
          "run-1",
          List.of(new Entry(new IndexSegment("index/one", 5_000_000_001L), 1, 4_000_000_001L)));

  /** A client of the indexes as another invocation has it: all of them see the same. */
  protected abstract PublishedIndexes connect();

  @Test
  void nothing_is_published_at_first() {
    assertThat(connect().read(key, 1)).isEqualTo(PublishedIndex.EMPTY);
  }

  @Test
  void an_index_is_read_as_it_was_stored() {
    assertThat(connect().replace(key, 1, PublishedIndex.EMPTY, first)).isTrue();
    assertThat(connect().read(key, 1)).isEqualTo(first);
    PublishedIndex second = first.after("run-2", first.entries());
    assertThat(connect().replace(key, 1, first, second)).isTrue();
    assertThat(connect().read(key, 1)).isEqualTo(second);
  }

  @Test
  void of_two_that_build_on_the_same_index_one_is_refused() {
    connect().replace(key, 1, PublishedIndex.EMPTY, first);
    PublishedIndex other = PublishedIndex.EMPTY.after("run-9", List.of());
    assertThat(connect().replace(key, 1, PublishedIndex.EMPTY, other)).isFalse();
    assertThat(connect().read(key, 1)).isEqualTo(first);
  }

  @Test
  void runs_beside_each_other_share_it_and_other_schemas_do_not() {
    connect().replace(key.beside(ResourceKey.RECONCILE), 1, PublishedIndex.EMPTY, first);
    assertThat(connect().read(key, 1)).isEqualTo(first);
    assertThat(connect().read(key, 2)).isEqualTo(PublishedIndex.EMPTY);
  }
}
