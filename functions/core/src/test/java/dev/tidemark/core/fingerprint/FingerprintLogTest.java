package dev.tidemark.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintLogTest {
  private static FingerprintLog log(int from, int to) {
    FingerprintLog log = new FingerprintLog();
    for (int i = from; i < to; i++) {
      log.add(i, -i, new PublishedAs(i + 1L, -i, i % 3, -i));
    }
    return log;
  }

  @Test
  void its_stored_form_reads_as_it_was() {
    FingerprintLog read = FingerprintLog.of(ByteBuffer.wrap(log(0, 1000).toBytes()));
    assertThat(read.size()).isEqualTo(1000);
    assertThat(read.toBytes()).isEqualTo(log(0, 1000).toBytes()).hasSize(40_000);
  }

  @Test
  void its_stored_form_is_big_endian() {
    FingerprintLog one = new FingerprintLog();
    one.add(1, 2, new PublishedAs(3, 4, 5, 6));
    assertThat(one.toBytes())
        .startsWith(0, 0, 0, 0, 0, 0, 0, 1)
        .endsWith(0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6);
  }

  @Test
  void every_field_of_an_entry_is_read_as_it_was() {
    PublishedAs odd = new PublishedAs(Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, -1);
    FingerprintLog log = new FingerprintLog();
    log.add(-1, Long.MIN_VALUE, odd);
    List<String> read = new ArrayList<>();
    FingerprintLog.of(ByteBuffer.wrap(log.toBytes()))
        .forEach((high, low, as) -> read.add(high + " " + low + " " + as));
    assertThat(read).containsExactly("-1 " + Long.MIN_VALUE + " " + odd);
    assertThat(log.raised()).isEqualTo(1);
  }

  @Test
  void its_first_stored_form_is_read_without_ranks_and_generations() {
    ByteBuffer first = ByteBuffer.allocate(48);
    first.putLong(1).putLong(2).putLong(3).putLong(4).putLong(5).putLong(6).flip();
    FingerprintLog read = FingerprintLog.ofFirstForm(first);
    FingerprintTable table = new FingerprintTable(10);
    read.replayInto(table);
    assertThat(read.size()).isEqualTo(2);
    assertThat(read.raised()).isZero();
    assertThat(table.published(4, 5))
        .isEqualTo(new PublishedAs(6, Long.MIN_VALUE, 0, 0))
        .matches(PublishedAs::unranked);
  }

  @Test
  void one_read_from_nothing_takes_more() {
    FingerprintLog empty = FingerprintLog.of(ByteBuffer.wrap(new byte[0]));
    empty.add(new Fingerprint(1, 2, 3));
    assertThat(empty.size()).isEqualTo(1);
  }

  @Test
  void a_stored_form_of_another_length_is_refused() {
    assertThatThrownBy(() -> FingerprintLog.of(ByteBuffer.wrap(new byte[25])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("25");
  }

  @Test
  void logs_append_in_order() {
    FingerprintLog all = log(0, 300);
    all.addAll(log(300, 1000));
    assertThat(all.toBytes()).isEqualTo(log(0, 1000).toBytes());
  }

  @Test
  void what_is_cut_off_is_gone() {
    FingerprintLog log = log(0, 10);
    log.truncate(4);
    log.truncate(7);
    assertThat(log.toBytes()).isEqualTo(log(0, 4).toBytes());
  }

  @Test
  void the_newest_of_every_identity_is_kept_once() {
    FingerprintLog log = new FingerprintLog();
    log.add(new Fingerprint(1, 1, 10));
    log.add(new Fingerprint(2, 2, 20));
    log.add(new Fingerprint(1, 1, 11));
    FingerprintTable table = new FingerprintTable(10);
    log.newest().replayInto(table);
    assertThat(log.newest().size()).isEqualTo(2);
    assertThat(table.published(1, 1)).isEqualTo(PublishedAs.of(11));
    assertThat(table.published(2, 2)).isEqualTo(PublishedAs.of(20));
  }
}
