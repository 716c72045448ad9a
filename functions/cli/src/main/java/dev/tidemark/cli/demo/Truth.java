package dev.tidemark.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.rest.definition.Tombstone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of a resource, by identity.
 *
 * @param records the bytes of those that are there
 * @param tombstones the bytes of those that say of themselves that they are gone
 */
record Truth(Map<String, String> records, Map<String, String> tombstones) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Tells what is there from what says that it is gone.
   *
   * @param mark how a record says so; null where none does
   */
  static Truth of(Map<String, String> all, @Nullable Tombstone mark) {
    Map<String, String> records = new TreeMap<>();
    Map<String, String> tombstones = new TreeMap<>();
    all.forEach((id, record) -> (isGone(record, mark) ? tombstones : records).put(id, record));
    return new Truth(records, tombstones);
  }

  private static boolean isGone(String record, @Nullable Tombstone mark) {
    if (mark == null) {
      return false;
    }
    try {
      JsonNode value = JSON.readTree(record);
      for (String name : mark.field().names()) {
        value = value.path(name);
      }
      return mark.present()
          ? value.isValueNode() && !value.isNull()
          : mark.equals().contains(value.asText());
    } catch (IOException e) {
      throw new UncheckedIOException("a simulated record is not JSON", e);
    }
  }
}
