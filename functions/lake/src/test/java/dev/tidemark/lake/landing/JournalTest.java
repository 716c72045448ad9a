package dev.tidemark.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}\n", "{\"form\":1}\n"})
  void a_journal_of_an_earlier_form_is_read_without_ranks_and_generations(String line)
      throws Exception {
    byte[] facts = line.getBytes(StandardCharsets.UTF_8);
    byte[] journal =
        ByteBuffer.allocate(facts.length + 24).put(facts).putLong(1).putLong(2).putLong(3).array();
    FingerprintTable table = new FingerprintTable(10);
    Journal.fingerprints(journal).replayInto(table);
    assertThat(table.published(1, 2)).isEqualTo(new PublishedAs(3, Long.MIN_VALUE, 0, 0));
  }
}
