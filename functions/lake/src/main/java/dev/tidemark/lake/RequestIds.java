package dev.tidemark.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.lake.Manifest;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's request ids of the pages that a published object was read from, as the journal of
 * its batch tells them. A journal of another owner of the same run may lie beside it; the one that
 * is meant names the object's bytes.
 */
final class RequestIds {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectStore objects;

  RequestIds(ObjectStore objects) {
    this.objects = objects;
  }

  /** The ids of the first and the last request; null where the API gives none, or none is known. */
  @Nullable RequestRange of(Manifest.Entry object) {
    for (String key : objects.list(Keys.journals(object.key()))) {
      JsonNode facts = key.endsWith(Keys.JOURNAL_END) ? facts(key) : null;
      if (facts != null && facts.path("sha256").asText().equals(object.sha256())) {
        JsonNode requests = facts.path("requests");
        return requests.isObject()
            ? new RequestRange(requests.path("first").asText(), requests.path("last").asText())
            : null;
      }
    }
    return null;
  }

  private @Nullable JsonNode facts(String key) {
    byte[] journal = objects.get(key);
    if (journal == null) {
      return null;
    }
    int end = 0;
    while (end < journal.length && journal[end] != '\n') {
      end++;
    }
    try {
      return JSON.readTree(Arrays.copyOf(journal, end));
    } catch (IOException e) {
      throw ObjectLines.unreadable(objects, key, "its first line is not JSON", e);
    }
  }
}
