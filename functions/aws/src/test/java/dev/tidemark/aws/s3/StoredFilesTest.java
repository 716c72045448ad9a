package dev.tidemark.aws.s3;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.aws.standin.LocalBucket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Objects as files that are read in parts, listed with their times and deleted. */
class StoredFilesTest {
  @RegisterExtension static final LocalBucket BUCKET = new LocalBucket();

  private final S3Objects objects = new S3Objects(BUCKET.client(), LocalBucket.NAME);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String part(String key, long from, int length) {
    return new String(
        requireNonNull(objects.part(key, from, length)).bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_part_is_what_was_asked_for_and_tells_the_size_of_the_whole() {
    BUCKET.plant("parts/ten", bytes("0123456789"));
    assertThat(part("parts/ten", 0, 4)).isEqualTo("0123");
    assertThat(part("parts/ten", 4, 3)).isEqualTo("456");
    assertThat(part("parts/ten", 7, 100)).isEqualTo("789");
    assertThat(requireNonNull(objects.part("parts/ten", 4, 3)).size()).isEqualTo(10);
    assertThat(requireNonNull(objects.part("parts/ten", 7, 100)).size()).isEqualTo(10);
  }

  @Test
  void behind_its_end_an_object_has_nothing() {
    BUCKET.plant("parts/ten", bytes("0123456789"));
    assertThat(requireNonNull(objects.part("parts/ten", 10, 3)).bytes()).isEmpty();
    assertThat(requireNonNull(objects.part("parts/ten", 10, 3)).size()).isEqualTo(10);
  }

  @Test
  void where_there_is_no_object_there_is_no_part() {
    assertThat(objects.part("parts/none", 0, 3)).isNull();
  }

  @Test
  void a_list_tells_sizes_and_times_and_what_is_deleted_is_gone() {
    BUCKET.plant("listed/a", bytes("a"));
    BUCKET.plant("listed/b", bytes("bcd"));
    assertThat(objects.stored("listed/"))
        .extracting(one -> one.key() + " " + one.size())
        .containsExactly("listed/a 1", "listed/b 3");
    assertThat(objects.stored("listed/"))
        .allMatch(one -> one.written().isAfter(Instant.EPOCH.plus(Duration.ofDays(365))));
    objects.delete("listed/a");
    objects.delete("listed/a");
    assertThat(objects.stored("listed/")).extracting(StoredObject::key).containsExactly("listed/b");
  }
}
