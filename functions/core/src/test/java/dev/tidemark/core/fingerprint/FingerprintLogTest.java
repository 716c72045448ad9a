package dev.tidemark.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FingerprintLogTest {
  private static FingerprintLog log(int from, int to) {
    FingerprintLog log = new FingerprintLog();
    for (int i = from; i < to; i++) {
      log.add(new Fingerprint(i, -i, i + 1L));
    }
    return log;
  }

  @Test
  void its_stored_form_reads_as_it_was() {
    FingerprintLog read = FingerprintLog.of(ByteBuffer.wrap(log(0, 1000).toBytes()));
    assertThat(read.size()).isEqualTo(1000);
    assertThat(read.toBytes()).isEqualTo(log(0, 1000).toBytes()).hasSize(24_000);
  }

  @Test
  void its_stored_form_is_big_endian() {
    FingerprintLog one = new FingerprintLog();
    one.add(new Fingerprint(1, 2, 3));
    assertThat(one.toBytes()).startsWith(0, 0, 0, 0, 0, 0, 0, 1).endsWith(0, 0, 0, 0, 0, 0, 0, 3);
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
    assertThat(table.published(1, 1)).isEqualTo(11);
    assertThat(table.published(2, 2)).isEqualTo(20);
  }
}
