package dev.tidemark.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  private final FingerprintTable table = new FingerprintTable(2_000_000);

  @Test
  void what_is_not_known_is_absent() {
    assertThat(table.published(1, 2)).isNull();
  }

  @Test
  void the_last_bytes_of_an_identity_count() {
    table.put(1, 2, PublishedAs.of(10));
    table.put(1, 2, PublishedAs.of(11));
    assertThat(table.published(1, 2)).isEqualTo(PublishedAs.of(11));
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void identities_that_share_a_half_are_told_apart() {
    table.put(1, 2, PublishedAs.of(10));
    table.put(1, 3, PublishedAs.of(11));
    table.put(4, 2, PublishedAs.of(12));
    assertThat(table.published(1, 2)).isEqualTo(PublishedAs.of(10));
    assertThat(table.published(1, 3)).isEqualTo(PublishedAs.of(11));
    assertThat(table.published(4, 2)).isEqualTo(PublishedAs.of(12));
  }

  @Test
  void a_forgotten_identity_is_not_known() {
    table.put(1, 2, PublishedAs.of(10));
    table.forget(1, 2);
    table.forget(3, 4);
    assertThat(table.published(1, 2)).isNull();
    assertThat(table.published(3, 4)).isNull();
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void identities_that_all_meet_at_one_slot_are_found() {
    for (long i = 1; i <= 5000; i++) {
      table.put(i << 10, 0, PublishedAs.of(i));
    }
    for (long i = 1; i <= 5000; i++) {
      assertThat(table.published(i << 10, 0)).isEqualTo(PublishedAs.of(i));
    }
  }

  @Test
  void a_million_random_identities_are_remembered_exactly() {
    fill(1_000_000);
    SplittableRandom again = new SplittableRandom(42);
    long wrong = 0;
    for (int i = 0; i < 1_000_000; i++) {
      if (!PublishedAs.of(i + 1).equals(table.published(again.nextLong(), again.nextLong()))) {
        wrong++;
      }
    }
    assertThat(wrong).isZero();
    assertThat(table.size()).isEqualTo(1_000_000);
    assertThat(table.full()).isFalse();
  }

  private void fill(int count) {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < count; i++) {
      table.put(random.nextLong(), random.nextLong(), PublishedAs.of(i + 1));
    }
  }

  @Nested
  class AtItsBound {
    private final FingerprintTable small = new FingerprintTable(2);

    AtItsBound() {
      small.put(1, 1, PublishedAs.of(10));
      small.put(2, 2, PublishedAs.of(20));
    }

    @Test
    void it_is_not_full_before_something_was_not_remembered() {
      assertThat(small.full()).isFalse();
    }

    @Test
    void a_new_identity_is_not_remembered_and_the_others_are() {
      small.put(3, 3, PublishedAs.of(30));
      assertThat(small.full()).isTrue();
      assertThat(small.published(3, 3)).isNull();
      assertThat(small.published(1, 1)).isEqualTo(PublishedAs.of(10));
    }

    @Test
    void a_known_identity_may_change() {
      small.put(2, 2, PublishedAs.of(21));
      assertThat(small.published(2, 2)).isEqualTo(PublishedAs.of(21));
      assertThat(small.full()).isFalse();
    }

    @Test
    void it_tells_the_highest_generation_that_it_does_not_remember() {
      assertThat(small.forgotten()).isZero();
      small.enter(3, 3, new PublishedAs(30, 1, 4, 1));
      small.enter(5, 5, new PublishedAs(30, 1, 2, 1));
      assertThat(small.forgotten()).isEqualTo(4);
    }

    @Test
    void of_0_it_remembers_nothing() {
      FingerprintTable none = new FingerprintTable(0);
      none.put(1, 1, PublishedAs.of(10));
      assertThat(none.published(1, 1)).isNull();
      assertThat(none.full()).isTrue();
    }

    @Test
    void below_0_it_is_refused() {
      assertThatThrownBy(() -> new FingerprintTable(-1)).hasMessage("bound < 0: -1");
    }
  }
}
