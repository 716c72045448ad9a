package dev.tidemark.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedAsTest {
  private static final PublishedAs OLD = new PublishedAs(10, 5, 1, 100);

  @Test
  void what_wins_for_a_reader_stands() {
    for (PublishedAs next :
        List.of(
            new PublishedAs(20, 6, 1, 200),
            new PublishedAs(20, 5, 1, 200),
            new PublishedAs(20, 0, 2, 200))) {
      assertThat(next.over(OLD)).isEqualTo(next);
      assertThat(next.over(null)).isEqualTo(next);
    }
  }

  @Test
  void what_loses_for_a_reader_leaves_doubt_about_what_stands() {
    assertThat(new PublishedAs(20, 4, 1, 200).over(OLD)).isEqualTo(OLD.doubted());
    assertThat(new PublishedAs(20, 9, 0, 200).over(OLD)).isEqualTo(OLD.doubted());
    assertThat(OLD.doubted()).isEqualTo(new PublishedAs(Fingerprint.DOUBT, 5, 1, 100));
  }

  @Test
  void merging_the_later_ones_first_comes_to_the_same() {
    List<PublishedAs> some =
        List.of(OLD, new PublishedAs(20, 4, 1, 200), new PublishedAs(30, 9, 0, 300), OLD.doubted());
    for (PublishedAs a : some) {
      for (PublishedAs b : some) {
        for (PublishedAs c : some) {
          assertThat(c.over(b).over(a)).isEqualTo(c.over(b.over(a)));
        }
      }
    }
  }

  @Test
  void a_time_has_a_bound_and_one_that_was_never_told_has_none() {
    assertThat(OLD.notAfter(50).since()).isEqualTo(50);
    assertThat(OLD.notAfter(300)).isEqualTo(OLD);
    assertThat(PublishedAs.of(10).notAfter(300)).isEqualTo(PublishedAs.of(10));
    assertThat(OLD.notBefore(300).since()).isEqualTo(300);
    assertThat(OLD.notBefore(50)).isEqualTo(OLD);
    assertThat(PublishedAs.of(10).notBefore(300)).isEqualTo(PublishedAs.of(10));
  }
}
