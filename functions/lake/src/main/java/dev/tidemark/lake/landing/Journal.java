package dev.tidemark.lake.landing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.lake.json.CoreForms;
import dev.tidemark.lake.json.CoreJson;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The form of a journal: {@link BatchFacts} as one line of JSON, then the fingerprints of the
 * batch's lines, then those of what its pages showed and its lines leave out. One object for both,
 * so that one write makes durable all that a leg needs to continue from a batch.
 */
final class Journal {
  private static final byte END = '\n';
  private static final String FORM = "form";

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
    return end == start.length ? null : read(start, end);
  }

  private static BatchFacts read(byte[] start, int end) throws JsonProcessingException {
    ObjectNode tree = CoreJson.tree(start, end);
    CoreForms.raise(tree, form(tree));
    return CoreJson.read(tree.put(FORM, CoreForms.NOW), BatchFacts.class);
  }

  private static int form(ObjectNode tree) {
    JsonNode form = tree.get(FORM);
    return form == null ? 0 : form.asInt(Integer.MAX_VALUE);
  }

  /**
   * Reads the fingerprints of a whole journal, those of the lines first.
   *
   * @throws JsonProcessingException if its first line is not that of a journal
   */
  static FingerprintLog fingerprints(byte[] journal) throws JsonProcessingException {
    int end = end(journal);
    int from = Math.min(end + 1, journal.length);
    ByteBuffer stored = ByteBuffer.wrap(Arrays.copyOfRange(journal, from, journal.length));
    return CoreForms.ranked(form(CoreJson.tree(journal, end)))
        ? FingerprintLog.of(stored)
        : FingerprintLog.ofFirstForm(stored);
  }

  private static int end(byte[] journal) {
    int end = 0;
    while (end < journal.length && journal[end] != END) {
      end++;
    }
    return end;
  }
}
