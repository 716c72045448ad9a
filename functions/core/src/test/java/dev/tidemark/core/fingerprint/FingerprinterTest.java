package dev.tidemark.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprinterTest {
  private final Fingerprinter fingerprinter = new Fingerprinter();

  private Fingerprint of(String id, String json, int @Nullable [] skipped) {
    byte[] bytes = ("xx" + json + "yy").getBytes(StandardCharsets.UTF_8);
    return fingerprinter.of(id, false, bytes, 2, bytes.length - 4, skipped);
  }

  @Test
  void the_same_record_has_the_same_one_wherever_its_bytes_lie() {
    byte[] bytes = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(fingerprinter.of("1", false, bytes, 0, bytes.length, null))
        .isEqualTo(of("1", "{\"id\":1}", null));
  }

  @Test
  void other_bytes_of_the_same_identity_differ_in_the_bytes_only() {
    Fingerprint one = of("1", "{\"id\":1,\"a\":1}", null);
    Fingerprint other = of("1", "{\"id\":1,\"a\":2}", null);
    assertThat(other.idHigh()).isEqualTo(one.idHigh());
    assertThat(other.idLow()).isEqualTo(one.idLow());
    assertThat(other.bytes()).isNotEqualTo(one.bytes());
  }

  @Test
  void a_delete_differs_from_an_upsert_of_the_same_bytes() {
    byte[] bytes = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    assertThat(fingerprinter.of("1", true, bytes, 0, bytes.length, null).bytes())
        .isNotEqualTo(fingerprinter.of("1", false, bytes, 0, bytes.length, null).bytes());
  }

  @Test
  void what_is_skipped_does_not_count() {
    String early = "{\"id\":1,\"seen\":1,\"a\":1}";
    String later = "{\"id\":1,\"seen\":2,\"a\":1}";
    int from = 2 + early.indexOf(",\"seen");
    int[] skipped = {from, from + ",\"seen\":1".length()};
    assertThat(of("1", early, skipped)).isEqualTo(of("1", later, skipped));
    assertThat(of("1", early, skipped)).isEqualTo(of("1", "{\"id\":1,\"a\":1}", null));
  }
}
