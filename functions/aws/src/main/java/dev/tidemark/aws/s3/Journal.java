package dev.tidemark.aws.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidemark.aws.json.CoreJson;
import dev.tidemark.core.fingerprint.FingerprintLog;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The form of a journal: {@link BatchFacts} as one line of JSON, then the fingerprints of the
 * batch's lines, then those of what its pages showed and its lines leave out. One object for both,
 * so that one write makes durable all that going on from a batch takes.
 */
final class Journal {
  private static final byte END = '\n';

  private Journal() {}

  static byte[] bytes(BatchFacts facts, FingerprintLog fingerprints, FingerprintLog seen) {
    byte[] line = CoreJson.bytes(facts);
    byte[] log = fingerprints.toBytes();
    byte[] rest = seen.toBytes();
    return ByteBuffer.allocate(line.length + 1 + log.length + rest.length)
        .put(line)
        .put(END)
        .put(log)
        .put(rest)
        .array();
  }

  /**
   * Reads the facts.
   *
   * @param start as much of the journal as was read
   * @return null if their line does not end there
   * @throws JsonProcessingException if it is not such a line
   */
  static @Nullable BatchFacts facts(byte[] start) throws JsonProcessingException {
    int end = end(start);
    return end == start.length ? null : CoreJson.readOfAnyForm(start, end, BatchFacts.class);
  }

  /** Reads the fingerprints of a whole journal, those of the lines first. */
  static FingerprintLog fingerprints(byte[] journal) {
    int from = Math.min(end(journal) + 1, journal.length);
    return FingerprintLog.of(ByteBuffer.wrap(Arrays.copyOfRange(journal, from, journal.length)));
  }

  private static int end(byte[] journal) {
    int end = 0;
    while (end < journal.length && journal[end] != END) {
      end++;
    }
    return end;
  }
}
